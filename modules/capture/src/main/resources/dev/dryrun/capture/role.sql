-- What the capturing role may do beyond reading.
SELECT rolsuper, rolreplication, rolbypassrls
FROM pg_roles
WHERE rolname = current_user
