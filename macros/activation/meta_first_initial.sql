{#-
    The first letter of a given name as Meta has it: the first character of the normalised name.
-#}
{% macro meta_first_initial(expression) -%}
    {{ firstparty.null_if_empty('substr(' ~ firstparty.meta_name(expression) ~ ', 1, 1)') }}
{%- endmacro %}
