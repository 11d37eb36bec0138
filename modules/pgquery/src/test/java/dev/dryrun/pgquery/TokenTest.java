package dev.dryrun.pgquery;

import static dev.dryrun.pgquery.Parser.PARSER;
import static dev.dryrun.pgquery.Parser.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest {

    @Test
    void tokensHaveKindCategoryPlaceAndText() {
        assertThat(value(PARSER.scan("SELECT 'é' + \"é\"")))
                .containsExactly(
                        new Token(TokenKind.KEYWORD, KeywordKind.RESERVED, 0, 6, "SELECT"),
                        new Token(TokenKind.STRING, KeywordKind.NONE, 7, 11, "'é'"),
                        new Token(TokenKind.CHARACTER, KeywordKind.NONE, 12, 13, "+"),
                        new Token(TokenKind.IDENTIFIER, KeywordKind.NONE, 14, 18, "\"é\""));
    }

    @Test
    void everyKindOfTokenIsTold() {
        String sql =
                "a U&\"b\" 1.5 'c' U&'d' B'1' X'F' || 7 $1 :: .. := => <= >= <> -- e\n"
                        + "/* f */ ( from";

        List<Token> tokens = value(PARSER.scan(sql));

        assertThat(tokens).extracting(Token::kind).containsExactly(TokenKind.values());
    }

    @Test
    void everyCategoryOfKeywordIsTold() {
        assertThat(value(PARSER.scan("x abort between left select")))
                .extracting(Token::keyword)
                .containsExactly(KeywordKind.values());
    }
}
