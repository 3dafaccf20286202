{#-
    Where a staged row lay in its raw file, as <file>:<line>: the way back from an event to what was delivered.
    Null when either part is unknown; both engines give null for a concatenation with null by ||, not by concat().
-#}
{% macro source_row_key(relation=none) -%}
    {%- set prefix = relation ~ '.' if relation else '' -%}
    {{ prefix }}_source_file || ':' || cast({{ prefix }}_source_row as string)
{%- endmacro %}
