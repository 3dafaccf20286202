{#-
    The columns named in var `person_attributes`, out of the row as delivered, as one JSON object of text: keys as given and
    sorted, values trimmed, a missing one null. Null when the var is empty. A name must be a plain column name, because it
    becomes a JSON path and a key.
-#}
{% macro person_attributes(raw_row='_raw_row') -%}
    {%- set pairs = {} -%}
    {%- for attribute in var('person_attributes') | unique | sort -%}
        {%- if not modules.re.fullmatch('[A-Za-z_][A-Za-z0-9_]*', attribute) -%}
            {{ exceptions.raise_compiler_error(
                "var person_attributes: '" ~ attribute ~ "' is no plain column name (letters, digits and underscores);"
                ~ " rename the column in the file"
            ) }}
        {%- endif -%}
        {%- do pairs.update({attribute: firstparty.clean_text(firstparty.json_text(raw_row, '$.' ~ attribute))}) -%}
    {%- endfor -%}
    {%- if pairs -%}
    {{ firstparty.json_object(pairs) }}
    {%- else -%}
    cast(null as string)
    {%- endif -%}
{%- endmacro %}
