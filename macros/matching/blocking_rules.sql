{#-
    The blocking rules: a list of {name, keys, cap, budget_share}. Two records are compared when all keys of a rule are equal (columns
    of int_identity__match_records, their parts in int_identity__block_keys, or least and greatest of some) and no more records share
    them than the cap, which grows with the table. A null in any key: the record takes no part in the rule, so a rule of columns
    that nobody fills costs nothing. A rule whose keys strangers share by the thousand may make a part only of the pairs that others
    may (budget_share; 1 unless said).
    Var `blocking_rules` adds rules to these, or replaces one of the same name; one without keys is switched off.
-#}
{% macro blocking_rules() -%}
    {%- set rules = {
        'email': {'keys': ['email_code'], 'cap': 100},
        'local_part': {'keys': ['local_code'], 'cap': 60},
        'email_letters': {'keys': ['letters_code'], 'cap': 60},
        'phone': {'keys': ['phone7'], 'cap': 60},
        'id': {'keys': ['id_code'], 'cap': 100},
        'id_head_initial': {'keys': ['id_head', 'given1'], 'cap': 60},
        'id_tail_initial': {'keys': ['id_tail', 'given1'], 'cap': 60},
        'birth': {'keys': ['birth_code'], 'cap': 30, 'budget_share': 0.3},
        'birth_family3': {'keys': ['birth_code', 'family3'], 'cap': 60},
        'birth_given2': {'keys': ['birth_code', 'given2'], 'cap': 60},
        'year_family_initial': {'keys': ['birth_year', 'family_code', 'given1'], 'cap': 60},
        'year_unordered_day_initial': {
            'keys': ['birth_year', 'least(birth_month, birth_day)', 'greatest(birth_month, birth_day)', 'given1'],
            'cap': 60, 'budget_share': 0.3,
        },
        'family_month_day': {'keys': ['family_code', 'birth_month', 'birth_day'], 'cap': 60, 'budget_share': 0.3},
        'given_month_day_initial': {'keys': ['given_code', 'birth_month', 'birth_day', 'family1'], 'cap': 60, 'budget_share': 0.3},
        'names_unordered': {
            'keys': ['least(given_code, family_code)', 'greatest(given_code, family_code)'], 'cap': 60,
        },
        'canonical_family': {'keys': ['canonical_code', 'family_code'], 'cap': 60},
        'names4': {'keys': ['given4', 'family4'], 'cap': 40},
        'city_names3': {'keys': ['city_code', 'given3', 'family3'], 'cap': 60},
        'given_postcode': {'keys': ['given_code', 'postcode_code'], 'cap': 60},
        'family_postcode': {'keys': ['family_code', 'postcode_code'], 'cap': 60},
        'initial_family2_postcode': {'keys': ['given1', 'family2', 'postcode_code'], 'cap': 60},
        'postcode': {'keys': ['postcode_code'], 'cap': 60, 'budget_share': 0.3},
        'number_street5': {'keys': ['house_number', 'street5'], 'cap': 60},
        'address8_family2': {'keys': ['address8', 'family2'], 'cap': 60},
        'rare_token': {'keys': ['name_token'], 'cap': 60},
        'broad_unordered': {
            'keys': ['least(given_broad, family_broad)', 'greatest(given_broad, family_broad)'], 'cap': 60,
        },
    } -%}
    {%- for attribute in var('person_attributes') -%}
        {%- do rules.update({
            'birth_' ~ attribute: {'keys': ['birth_code', attribute ~ '_code'], 'cap': 40},
            'given_initial_' ~ attribute: {'keys': ['given_code', 'family1', attribute ~ '_code'], 'cap': 60},
            'canonical_' ~ attribute: {'keys': ['canonical_code', attribute ~ '_code'], 'cap': 60},
            'year_initial_' ~ attribute: {'keys': ['birth_year', 'given1', attribute ~ '_code'], 'cap': 60},
            'family_' ~ attribute: {'keys': ['family_code', attribute ~ '_code'], 'cap': 60},
        }) -%}
    {%- endfor -%}
    {%- do rules.update(var('blocking_rules')) -%}
    {%- set listed = [] -%}
    {%- for name, rule in rules.items() if rule['keys'] -%}
        {%- do listed.append({
            'name': name, 'keys': rule['keys'], 'cap': rule['cap'], 'budget_share': rule.get('budget_share', 1),
        }) -%}
    {%- endfor -%}
    {{ return(listed) }}
{%- endmacro %}
