{#-
    The columns of a member row that a platform matches people on, in the order in which they are hashed into match_hash.
    A change of any of them is a change of identifier: the old ones are removed and the new ones added.
-#}
{% macro identifier_columns() -%}
    {{ return([
        'google_email_sha256', 'google_phone_sha256', 'google_given_name_sha256', 'google_family_name_sha256',
        'google_country', 'google_postal_code',
        'meta_external_id', 'meta_email_sha256', 'meta_phone_sha256', 'meta_gender_sha256',
        'meta_birth_year_sha256', 'meta_birth_month_sha256', 'meta_birth_day_sha256',
        'meta_family_name_sha256', 'meta_given_name_sha256', 'meta_first_initial_sha256',
        'meta_city_sha256', 'meta_state_sha256', 'meta_postal_code_sha256', 'meta_country_sha256',
        'meta_advertising_id',
    ]) }}
{%- endmacro %}
