{#-
    A full name in its parts: the title and the suffix apart, the particle with the family name, the comma form turned round,
    and each part null where the text does not say it.
-#}
{%- set cases = [
    (none, none, none, none, none, none),
    ('', none, none, none, none, none),
    ('null', none, none, none, none, none),
    ('Jane Doe', none, 'Jane', none, 'Doe', none),
    ('Jane Q. Doe', none, 'Jane', 'Q', 'Doe', none),
    ('Mary Ann Lee Smith', none, 'Mary', 'Ann Lee', 'Smith', none),
    ('Madonna', none, 'Madonna', none, none, none),
    ('Doe, Jane', none, 'Jane', none, 'Doe', none),
    ('Doe,Jane Mary Ann', none, 'Jane', 'Mary Ann', 'Doe', none),
    ('Smith, Dr. John Paul, Jr.', 'Dr', 'John', 'Paul', 'Smith', 'Jr'),
    ('SMITH JR, JOHN', none, 'JOHN', none, 'SMITH', 'JR'),
    ('van der Berg, Ludwig', none, 'Ludwig', none, 'van der Berg', none),
    ('Ludwig van der Berg', none, 'Ludwig', none, 'van der Berg', none),
    ('LUDWIG VAN DER BERG', none, 'LUDWIG', none, 'VAN DER BERG', none),
    ('Juan Carlos de la Vega III', none, 'Juan', 'Carlos', 'de la Vega', 'III'),
    ('Hans-Peter von Müller', none, 'Hans-Peter', none, 'von Müller', none),
    ('Ivan St. John', none, 'Ivan', none, 'St. John', none),
    ('van Dijk', none, none, none, 'van Dijk', none),
    ('Van Morrison', none, 'Van', none, 'Morrison', none),
    ("'t Hooft", none, none, none, "'t Hooft", none),
    ("Gerard 't Hooft", none, 'Gerard', none, "'t Hooft", none),
    ('José Ortega y Gasset', none, 'José', none, 'Ortega y Gasset', none),
    ('Prof. Dr. Anna Maier', 'Prof Dr', 'Anna', none, 'Maier', none),
    ('Mrs Smith', 'Mrs', none, none, 'Smith', none),
    ('M. Dupont', 'M', none, none, 'Dupont', none),
    ('Dr. Anna', 'Dr', none, none, 'Anna', none),
    ('Jane Doe, Ph.D., MBA', none, 'Jane', none, 'Doe', 'PhD MBA'),
    ('J. R. R. Tolkien', none, 'J', 'R. R', 'Tolkien', none),
    ('山田 太郎', none, '太郎', none, '山田', none),
    ('김 민준', none, '민준', none, '김', none),
    ('민준 김', none, '민준', none, '김', none),
    ('丽 李', none, '丽', none, '李', none),
    ('李 丽', none, '丽', none, '李', none),
    ('建国 王', none, '建国', none, '王', none),
    ('王 建国', none, '建国', none, '王', none),
    ('長谷川 翔', none, '翔', none, '長谷川', none),
    ('李, 丽', none, '丽', none, '李', none),
    ('Анна Петрова', none, 'Анна', none, 'Петрова', none),
    ('  Jane \t Doe ', none, 'Jane', none, 'Doe', none),
    ('Jane ' ~ 'a' * 195, none, 'Jane', none, 'a' * 195, none),
    ('Jane ' ~ 'a' * 196, none, none, none, none, none),
    ('Dr. ' ~ 'a' * 196, 'Dr', none, none, 'a' * 196, none),
    ('Dr. ' ~ 'a' * 197, 'Dr', none, none, none, none),
] -%}
with cases (
    full_name,
    expected_prefix,
    expected_given,
    expected_middle,
    expected_family,
    expected_suffix
) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        full_name,
        expected_prefix,
        expected_given,
        expected_middle,
        expected_family,
        expected_suffix,
        {{ firstparty.name_prefix('full_name') }} as name_prefix,
        {{ firstparty.given_name_of('full_name') }} as given_name,
        {{ firstparty.middle_name_of('full_name') }} as middle_name,
        {{ firstparty.family_name_of('full_name') }} as family_name,
        {{ firstparty.name_suffix('full_name') }} as name_suffix
    from cases
),

assert_full_name_parts_cases as (
    select
        full_name,
        expected_prefix,
        expected_given,
        expected_middle,
        expected_family,
        expected_suffix,
        name_prefix,
        given_name,
        middle_name,
        family_name,
        name_suffix
    from results
    where
        name_prefix is distinct from expected_prefix
        or given_name is distinct from expected_given
        or middle_name is distinct from expected_middle
        or family_name is distinct from expected_family
        or name_suffix is distinct from expected_suffix
)

select * from assert_full_name_parts_cases
