{#-
    What every default__ implementation calls: an engine without its own implementation fails when the
    project is compiled, naming macro and engine, instead of running another engine's SQL.
-#}
{% macro raise_unsupported_engine(macro_name) -%}
    {{ exceptions.raise_compiler_error(
        "macro '" ~ macro_name ~ "' has no implementation for the engine '" ~ adapter.type()
        ~ "'; add " ~ adapter.type() ~ "__" ~ macro_name ~ " to macros/cross_db"
    ) }}
{%- endmacro %}
