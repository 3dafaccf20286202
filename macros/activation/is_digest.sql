{#-
    Whether a text is a hexadecimal digest already: SHA-256 (64 digits) or MD5 (32), which platforms pass through unhashed.
    A value that was hashed before it came here must not be hashed again: the result would match nobody.
-#}
{% macro is_digest(expression) -%}
    {{ firstparty.matches_pattern(expression, '^([0-9A-Fa-f]{64}|[0-9A-Fa-f]{32})$') }}
{%- endmacro %}
