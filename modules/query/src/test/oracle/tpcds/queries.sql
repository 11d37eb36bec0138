SELECT s.s_store_name, top.i_product_name, top.sold
FROM tpcds.store s
CROSS JOIN LATERAL (
    SELECT i.i_product_name, sum(ss_quantity) AS sold
    FROM tpcds.store_sales JOIN tpcds.item i ON i.i_item_sk = ss_item_sk
    WHERE ss_store_sk = s.s_store_sk
    GROUP BY i.i_product_name
    ORDER BY sold DESC NULLS LAST
    FETCH FIRST 3 ROWS ONLY
) AS top
ORDER BY s.s_store_name, top.sold DESC

SELECT d.d_year, i.i_category, grouping(d.d_year, i.i_category) AS level,
    sum(ss_net_profit) FILTER (WHERE d.d_moy <= 6) AS first_half,
    sum(ss_net_profit) FILTER (WHERE d.d_moy > 6) AS second_half
FROM tpcds.store_sales
JOIN tpcds.date_dim d ON ss_sold_date_sk = d.d_date_sk
JOIN tpcds.item i ON ss_item_sk = i.i_item_sk
GROUP BY GROUPING SETS ((d.d_year, i.i_category), (d.d_year), ())
HAVING sum(ss_net_profit) > 0
ORDER BY level, d_year, i_category

SELECT DISTINCT ON (c.c_customer_sk) c.c_customer_sk, c.c_last_name, d.d_date, ws_net_paid
FROM tpcds.customer c
JOIN tpcds.web_sales ON ws_bill_customer_sk = c.c_customer_sk
JOIN tpcds.date_dim d ON d.d_date_sk = ws_sold_date_sk
ORDER BY c.c_customer_sk, d.d_date DESC, ws_order_number

WITH RECURSIVE months (first, n) AS (
    SELECT date '2000-01-01', 1
    UNION ALL
    SELECT (first + interval '1 month')::date, n + 1 FROM months WHERE n < 24
)
SELECT m.first, coalesce(sum(cs_ext_sales_price), 0) AS sales
FROM months m
LEFT JOIN tpcds.date_dim d ON d.d_date >= m.first AND d.d_date < m.first + interval '1 month'
LEFT JOIN tpcds.catalog_sales ON cs_sold_date_sk = d.d_date_sk
GROUP BY m.first
ORDER BY m.first

SELECT d_date, revenue,
    avg(revenue) OVER week AS weekly,
    revenue - lag(revenue, 7) OVER (ORDER BY d_date) AS change,
    sum(revenue) OVER (ORDER BY d_date RANGE BETWEEN interval '30 days' PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) AS month,
    percent_rank() OVER (ORDER BY revenue) AS position
FROM (
    SELECT d.d_date, sum(ss_ext_sales_price) AS revenue
    FROM tpcds.store_sales JOIN tpcds.date_dim d ON ss_sold_date_sk = d.d_date_sk
    GROUP BY d.d_date_sk
) AS daily
WINDOW week AS (ORDER BY d_date ROWS BETWEEN 3 PRECEDING AND 3 FOLLOWING)

SELECT i_category, percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY i_current_price) AS quartiles,
    mode() WITHIN GROUP (ORDER BY i_color) AS colour,
    string_agg(DISTINCT i_brand, ', ' ORDER BY i_brand) AS brands,
    array_agg(i_item_id ORDER BY i_current_price DESC, i_item_id) AS items
FROM tpcds.item
GROUP BY i_category

(SELECT c_customer_sk FROM tpcds.customer JOIN tpcds.store_sales ON ss_customer_sk = c_customer_sk
INTERSECT
SELECT ws_bill_customer_sk FROM tpcds.web_sales)
EXCEPT ALL
(SELECT cs_bill_customer_sk FROM tpcds.catalog_sales ORDER BY 1 LIMIT 1000)
ORDER BY c_customer_sk DESC
LIMIT 10

SELECT a.ca_state, count(*) AS customers
FROM tpcds.customer_address a
JOIN tpcds.customer c ON c.c_current_addr_sk = a.ca_address_sk
WHERE EXISTS (
    SELECT FROM tpcds.store_sales s
    WHERE s.ss_customer_sk = c.c_customer_sk
      AND s.ss_net_paid > (
          SELECT 1.2 * avg(o.ss_net_paid) FROM tpcds.store_sales o
          WHERE o.ss_store_sk = s.ss_store_sk AND o.ss_addr_sk = a.ca_address_sk))
GROUP BY a.ca_state
HAVING count(*) >= ALL (SELECT count(*) FROM tpcds.customer_address GROUP BY ca_state)

SELECT w.*, quarter.*
FROM tpcds.warehouse w,
    LATERAL (SELECT sum(CASE d_qoy WHEN 1 THEN inv_quantity_on_hand END) AS q1,
                    sum(CASE d_qoy WHEN 2 THEN inv_quantity_on_hand END) AS q2,
                    sum(CASE d_qoy WHEN 3 THEN inv_quantity_on_hand ELSE 0 END) AS q3
             FROM tpcds.inventory, tpcds.date_dim
             WHERE inv_warehouse_sk = w.w_warehouse_sk AND inv_date_sk = d_date_sk) quarter (one, two, three)
WHERE quarter.one > quarter.two

SELECT (i).i_item_id, (i).i_product_name, i.i_size, row_to_json(i)
FROM tpcds.item AS i
WHERE (i.i_brand, i.i_class) IN (('one', 'two'), ('three', 'four')) AND i.ctid IS NOT NULL

SELECT channel, count(*), sum(amount)::numeric(20, 2)
FROM (
    SELECT 'store' AS channel, ss_net_paid AS amount FROM tpcds.store_sales
    UNION ALL SELECT 'web', ws_net_paid FROM tpcds.web_sales
    UNION ALL SELECT 'catalog', cs_net_paid FROM tpcds.catalog_sales
) AS sales
GROUP BY CUBE (channel)
ORDER BY 3 DESC NULLS FIRST, channel USING <

WITH best AS MATERIALIZED (
    SELECT ss_item_sk, dense_rank() OVER (PARTITION BY ss_store_sk ORDER BY sum(ss_net_profit) DESC) AS place, ss_store_sk
    FROM tpcds.store_sales GROUP BY ss_item_sk, ss_store_sk
), kept AS NOT MATERIALIZED (SELECT * FROM best WHERE place <= 10)
SELECT k.ss_store_sk, array_agg(i.i_item_id ORDER BY k.place)
FROM kept k JOIN tpcds.item i ON i.i_item_sk = k.ss_item_sk
GROUP BY k.ss_store_sk

SELECT c_customer_id, c_first_name || ' ' || c_last_name AS name, g.month, t.*
FROM tpcds.customer
CROSS JOIN generate_series(1, 12) AS g (month)
JOIN LATERAL unnest(ARRAY[c_birth_month, g.month], ARRAY['birth', 'month']) WITH ORDINALITY AS t (value, kind, n) ON t.value = g.month
WHERE c_birth_month IS DISTINCT FROM g.month
ORDER BY name, t.n

SELECT date_trunc('quarter', d_date) AS quarter, count(DISTINCT ss_customer_sk) AS customers,
    corr(ss_quantity, ss_net_profit), regr_slope(ss_net_profit, ss_quantity)
FROM tpcds.store_sales JOIN tpcds.date_dim ON ss_sold_date_sk = d_date_sk
WHERE d_date BETWEEN SYMMETRIC date '2001-01-01' AND date '2000-01-01'
GROUP BY quarter
ORDER BY quarter

INSERT INTO tpcds.income_band AS b (ib_income_band_sk, ib_lower_bound, ib_upper_bound)
SELECT row_number() OVER (ORDER BY low), low, low + 9999 FROM generate_series(0, 190000, 10000) AS low
ON CONFLICT (ib_income_band_sk) DO UPDATE
SET (ib_lower_bound, ib_upper_bound) = (excluded.ib_lower_bound, greatest(excluded.ib_upper_bound, b.ib_upper_bound))
WHERE b.ib_lower_bound IS DISTINCT FROM excluded.ib_lower_bound
RETURNING b.ib_income_band_sk, ib_upper_bound - ib_lower_bound AS width

WITH gone AS (
    DELETE FROM tpcds.store_returns r USING tpcds.reason
    WHERE r.sr_reason_sk = r_reason_sk AND r_reason_desc LIKE 'Did not%'
    RETURNING r.sr_item_sk, r.sr_ticket_number, sr_return_quantity
)
UPDATE tpcds.store_sales s
SET ss_quantity = s.ss_quantity + g.sr_return_quantity, ss_net_profit = DEFAULT
FROM gone g
WHERE (s.ss_item_sk, s.ss_ticket_number) = (g.sr_item_sk, g.sr_ticket_number)
RETURNING s.ss_ticket_number, g.*

INSERT INTO tpcds.reason VALUES (1, 'AAAA', 'why'), (2, 'BBBB', DEFAULT) ON CONFLICT DO NOTHING

UPDATE tpcds.item SET i_current_price = (SELECT max(ss_list_price) FROM tpcds.store_sales WHERE ss_item_sk = i_item_sk),
    i_rec_end_date = CASE WHEN i_rec_end_date IS NULL THEN current_date ELSE i_rec_end_date END
WHERE i_item_sk IN (SELECT inv_item_sk FROM tpcds.inventory GROUP BY inv_item_sk HAVING bool_and(inv_quantity_on_hand = 0))

SELECT hd.*, ib.ib_lower_bound
FROM tpcds.household_demographics hd TABLESAMPLE BERNOULLI (1)
LEFT JOIN tpcds.income_band ib ON hd.hd_income_band_sk = ib.ib_income_band_sk

SELECT j.c_customer_sk, j.ss_item_sk, ca_city
FROM (tpcds.customer c JOIN tpcds.store_sales s ON s.ss_customer_sk = c.c_customer_sk) AS j
JOIN tpcds.customer_address ON j.ss_addr_sk = ca_address_sk
FOR UPDATE OF customer_address SKIP LOCKED

SELECT t.t_hour, (t.t_minute / 30) * 30 AS half, count(*) AS sold, round(100.0 * count(*) / sum(count(*)) OVER (), 2) AS percent
FROM tpcds.store_sales JOIN tpcds.time_dim t ON t.t_time_sk = ss_sold_time_sk
GROUP BY t.t_hour, (t.t_minute / 30)
ORDER BY t.t_hour, half

SELECT x.customer, x.spent, ntile(10) OVER (ORDER BY x.spent) AS decile
FROM (VALUES (1, 2.5), (2, 3.5)) AS x (customer, spent)
WHERE x.customer = ANY (ARRAY(SELECT c_customer_sk FROM tpcds.customer))

SELECT i_item_id, extract(epoch FROM age(i_rec_end_date, i_rec_start_date)) AS lived, overlay(i_item_desc PLACING '*' FROM 1 FOR 3), position('a' IN i_color), substring(i_brand FROM '[a-z]+'), trim(BOTH ' ' FROM i_size)
FROM tpcds.item
WHERE (i_rec_start_date, i_rec_end_date) OVERLAPS (date '2000-01-01', interval '1 year')

SELECT * FROM tpcds.catalog_page NATURAL JOIN (SELECT cr_catalog_page_sk AS cp_catalog_page_sk, sum(cr_net_loss) AS lost FROM tpcds.catalog_returns GROUP BY 1) AS losses WHERE lost > 0 ORDER BY lost

SELECT sm_type, cc_name, count(*) FILTER (WHERE cs_ship_date_sk - cs_sold_date_sk <= 30) AS "30 days", count(*) FILTER (WHERE cs_ship_date_sk - cs_sold_date_sk > 30) AS ">30 days"
FROM tpcds.catalog_sales
JOIN tpcds.ship_mode ON cs_ship_mode_sk = sm_ship_mode_sk
JOIN tpcds.call_center ON cs_call_center_sk = cc_call_center_sk
GROUP BY sm_type, ROLLUP (cc_name)
ORDER BY grouping(cc_name), "30 days" DESC, sm_type
