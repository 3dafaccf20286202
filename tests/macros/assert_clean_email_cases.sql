{#-
    One address comes out in one spelling; what is not one address gives null. Dots and plus tags stay.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('   ', none),
    ('jane@example.com', 'jane@example.com'),
    (' Jane.Doe+Shop@Example.COM ', 'jane.doe+shop@example.com'),
    ('\tuser@example.com\n', 'user@example.com'),
    ('\u00a0user@example.com\u00a0', 'user@example.com'),
    ('user\u200b@example.com', 'user@example.com'),
    ('mailto:jane@example.com', 'jane@example.com'),
    ('MAILTO:jane@example.com?subject=Hi', 'jane@example.com'),
    ('<jane@example.com>', 'jane@example.com'),
    ('Jane Doe <jane@example.com>', 'jane@example.com'),
    ('"jane@example.com"', 'jane@example.com'),
    ("'jane@example.com'", 'jane@example.com'),
    ("o'brien@example.ie", "o'brien@example.ie"),
    ('jane@example.com;', 'jane@example.com'),
    ('jane@example.com.', 'jane@example.com'),
    ('JÜRGEN@EXÄMPLE.DE', 'jürgen@exämple.de'),
    ('Ju\u0308rgen@example.de', 'jürgen@example.de'),
    ('İstanbul@example.com', 'i\u0307stanbul@example.com'),
    ('用户@例子.公司', '用户@例子.公司'),
    ('jane@sub.example.co.uk', 'jane@sub.example.co.uk'),
    ('a_b-c%d@example.com', 'a_b-c%d@example.com'),
    ('jane@xn--exmple-cua.de', 'jane@xn--exmple-cua.de'),
    ('jane@localhost', none),
    ('jane@@example.com', none),
    ('jane@example..com', none),
    ('jane@.example.com', none),
    ('@example.com', none),
    ('jane@', none),
    ('jane.example.com', none),
    ('us er@example.com', none),
    ('jane@exam ple.com', none),
    ('jane@example.com, joe@example.com', none),
    ('jane@127.0.0.1', none),
    ('null', none),
    ('n/a', none),
    ('b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514', none),
    ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.comm', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.comm'),
    ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.com', none),
    ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.com', none),
    ("x'; drop table persons; --@example.com", none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.clean_email('given') }} as result
    from cases
),

assert_clean_email_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_email('result') }} is distinct from result
)

select * from assert_clean_email_cases
