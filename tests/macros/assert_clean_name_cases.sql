{#-
    Titles, suffixes and punctuation around a name go, placeholders give null, nothing else is cut.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('  ', none),
    ('Jane', 'Jane'),
    ('  Mary   Ann ', 'Mary Ann'),
    ('van der Berg', 'van der Berg'),
    ('\u00a0van der Berg\u000b', 'van der Berg'),
    ('Jose\u0301', 'José'),
    ('JÜRGEN', 'JÜRGEN'),
    ('Mr. John Smith', 'John Smith'),
    ('MRS JANE DOE', 'JANE DOE'),
    ('Prof. Dr. Anna Maier', 'Anna Maier'),
    ('Herr Dr. med. Hans-Peter von Müller', 'Hans-Peter von Müller'),
    ('Dr. Phil Collins', 'Phil Collins'),
    ('Phil Collins', 'Phil Collins'),
    ('Mme Léa Dubois', 'Léa Dubois'),
    ('M. Dupont', 'Dupont'),
    ('M.J. Fox', 'M.J. Fox'),
    ('M', 'M'),
    ('Sra. María de la Cruz', 'María de la Cruz'),
    ('Señor Pérez', 'Pérez'),
    ('Dott.ssa Bianchi', 'Bianchi'),
    ('Drake Bell', 'Drake Bell'),
    ('Mrinal Sen', 'Mrinal Sen'),
    ('Dr', none),
    ('Mrs.', none),
    ("'Miss'", none),
    ('Herr', none),
    ('John Smith Jr.', 'John Smith'),
    ('John Smith, Jr', 'John Smith'),
    ("'John Smith, Jr.'", 'John Smith'),
    ('Smith, John, III', 'Smith, John'),
    ('Smith Jr., John', 'Smith, John'),
    ('Smith, Dr. John', 'Smith, John'),
    ('Jane Doe, Ph.D., MBA', 'Jane Doe'),
    ('"Jane Q. Doe, Ph.D."', 'Jane Q. Doe'),
    ('Kim MD', 'Kim'),
    ('Md Rahman', 'Md Rahman'),
    ('Jack Ma', 'Jack Ma'),
    ('Junior', 'Junior'),
    ('Sammy Davis Junior', 'Sammy Davis'),
    ('Henry V', 'Henry V'),
    ('"Jane"', 'Jane'),
    ("'Jane'", 'Jane'),
    ('“Jane”', 'Jane'),
    ('(Jane)', 'Jane'),
    ('- Jane -', 'Jane'),
    ('Jane.', 'Jane'),
    ("O'Brien", "O'Brien"),
    ("'t Hooft", "'t Hooft"),
    ('Jean-Luc', 'Jean-Luc'),
    ('山田 太郎', '山田 太郎'),
    ('Анна', 'Анна'),
    ('محمد', 'محمد'),
    ('null', none),
    ('NULL', none),
    ('N/A', none),
    ('n.a.', none),
    ('unknown', none),
    ('test', none),
    ('Mr. Test', none),
    ('-', none),
    ('none', none),
    ('undefined', none),
    ('???', none),
    ('12345', none),
    ('xxx', none),
    ('<null>', none),
    ('Testa', 'Testa'),
    ('Nonenmacher', 'Nonenmacher'),
    ('Na', 'Na'),
    ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
    ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', none),
    ('Line\nbreak', 'Line break'),
    ("Robert'); DROP TABLE Students;--", "Robert'); DROP TABLE Students"),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.clean_name('given') }} as result
    from cases
),

assert_clean_name_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_name('result') }} is distinct from result
)

select * from assert_clean_name_cases
