{#-
    The id of a person record: source, then the parts of its key. Null when a part is null, so that a row
    that names nobody gets no record. Parts that are personal themselves (a handle, a cookie with a login) come hashed.
-#}
{% macro record_id(prefix, expression) -%}
    '{{ prefix }}:' || {{ expression }}
{%- endmacro %}
