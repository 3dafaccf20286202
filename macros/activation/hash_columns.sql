{#-
    One digest over several text columns, by which two rows are compared. The separator keeps ('a', null) and (null, 'a') apart.
-#}
{% macro hash_columns(columns) -%}
    {%- set texts = [] -%}
    {%- for column in columns -%}
        {%- do texts.append("coalesce(" ~ column ~ ", '')") -%}
    {%- endfor -%}
    {{ firstparty.to_hex_sha256(texts | join(" || '|' || ")) }}
{%- endmacro %}
