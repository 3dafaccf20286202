{#-
    The select list of one person row: every standard column in one order and type, from a mapping of column to
    expression; what a source does not have is a typed null. Sources differ in what they know of a person, and the
    union of them needs one shape. Unknown keys raise, so that a misspelt column cannot become a null.
-#}
{% macro person_row(known) -%}
    {%- set types = {
        'record_id': 'string',
        'name_prefix': 'string', 'given_name': 'string', 'middle_name': 'string', 'family_name': 'string',
        'name_suffix': 'string', 'full_name': 'string',
        'birth_date': 'date', 'birth_date_raw': 'string', 'gender': 'string',
        'email': 'string', 'email_raw': 'string', 'secondary_email': 'string',
        'phone': 'string', 'phone_raw': 'string', 'mobile_phone': 'string',
        'street_address': 'string', 'city': 'string', 'region': 'string', 'postal_code': 'string', 'country': 'string',
        'company': 'string', 'attributes': 'string',
        'user_id': 'string', 'loyalty_number': 'string', 'national_id': 'string', 'anonymous_id': 'string',
        'device_id': 'string', 'advertising_id': 'string', 'push_token': 'string', 'social_handle': 'string',
        'first_seen_at': 'timestamp', 'last_seen_at': 'timestamp',
        '_source_file': 'string', '_source_row': 'bigint', '_row_hash': 'string',
    } -%}
    {%- for column in known if column not in types -%}
        {{ exceptions.raise_compiler_error("person_row does not know the column '" ~ column ~ "'") }}
    {%- endfor -%}
    {%- for column, type in types.items() %}
        cast({{ known.get(column, 'null') }} as {{ type }}) as {{ column }}{{ "," if not loop.last }}
    {%- endfor %}
{%- endmacro %}


{#- The mapping of standard columns to themselves, for sources that carry them by name. -#}
{% macro person_columns(names, also={}) -%}
    {%- set known = {} -%}
    {%- for name in ['record_id', '_source_file', '_source_row', '_row_hash'] + names -%}
        {%- do known.update({name: name}) -%}
    {%- endfor -%}
    {%- do known.update(also) -%}
    {{ return(known) }}
{%- endmacro %}
