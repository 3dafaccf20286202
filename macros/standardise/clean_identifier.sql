{#-
    An identifier that a source system gave: normal form C, trimmed, null for ''. Case stays: many systems tell a from A.
    Hard-coded values such as 'null' or '-1' stay too; the block list of the identity layer refuses them and says so.
-#}
{% macro clean_identifier(expression) -%}
    {{ firstparty.clean_text(expression) }}
{%- endmacro %}
