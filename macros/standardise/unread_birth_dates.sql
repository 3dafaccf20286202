{#-
    The rows of the staged table being built that have a birth date which could not be read: one that lay in the future may not do so
    any more.
-#}
{% macro unread_birth_dates() -%}
    (select _row_hash from {{ this }} where birth_date is null and birth_date_raw is not null)
{%- endmacro %}
