{#-
    The rows of the staged table being built that have a birth date which could not be read and may be read now: one that lay in the future
    when the table was built last, so of that year or a later one. Within a day there are none.
-#}
{% macro unread_birth_dates() -%}
    {%- set before = model.get('as_of_before') or '0000' -%}
    {%- set year = modules.re.search('\\d{4}', before).group() -%}
    (
        select _row_hash
        from {{ this }}
        where
            birth_date is null
            and {{ firstparty.extract_pattern('birth_date_raw', '\\d{4}') }} >= '{{ year }}'
            {{ "and false" if before == firstparty.as_of() }}
    )
{%- endmacro %}
