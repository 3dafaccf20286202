{#-
    Quotes that open and close a field are dropped, doubled ones are one, those within a field stay; a quote out of place
    makes the whole record none. The third field is shown, and how many there are.
-#}
{%- set cases = [
    (none, none, none),
    ('', '1', none),
    ('a,b,c', '3', 'c'),
    ('a,b,', '3', ''),
    ('a,,"x, ""y""",d', '4', 'x, "y"'),
    ('"a\nb","",""""', '3', '"'),
    ('5" pipe,b,c"d', '3', 'c"d'),
    ('"5"" pipe",b"",c', '3', 'c'),
    ('a,"b', none, none),
    ('a,"b"x,c', none, none),
    ('"a" ,b,c', none, none),
    ('é,😀,"王,"', '3', '王,'),
] -%}
with cases (given, expected_count, expected_third) as (
    {{ firstparty.literal_rows(cases) }}
),

cut_records as (
    select
        given,
        expected_count,
        expected_third,
        {{ firstparty.csv_fields('given', ',') }} as fields
    from cases
),

results as (
    select
        given,
        expected_count,
        expected_third,
        cast({{ firstparty.list_length('fields') }} as string) as field_count,
        {{ firstparty.list_item('fields', 3) }} as third_field
    from cut_records
),

assert_csv_fields_cases as (
    select
        given,
        expected_count,
        field_count,
        expected_third,
        third_field
    from results
    where
        field_count is distinct from expected_count
        or third_field is distinct from expected_third
)

select * from assert_csv_fields_cases
