{#-
    What a column of `source_locations` may be mapped to besides a column of the source, for entities that lack one.
    `_row_id` serves as the key where the source has none: the hash of the row and its number among the equal rows of its file, so
    that equal rows of one file are different rows, while the same file delivered twice gives the same keys.
-#}
{% macro landed_provenance() -%}
    {{ return(['_row_id', '_source_row', '_source_file']) }}
{%- endmacro %}
