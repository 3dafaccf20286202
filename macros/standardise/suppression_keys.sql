{#-
    What to look up in the suppression list for the identifiers that a row carries: name to kind and expression. A row may
    carry several of one kind (`email`, `secondary_email`): the end of the name tells. Each address is looked up in its
    second form too (see suppression_email_form), or an erased person came back with a plus tag.
-#}
{% macro suppression_keys(erasable) -%}
    {%- set keys = {} -%}
    {%- for identifier, expression in erasable.items() -%}
        {%- if identifier.endswith('email') -%}
            {%- do keys.update({
                identifier: {'kind': 'email', 'expression': expression},
                identifier ~ '_google': {
                    'kind': 'email_google',
                    'expression': firstparty.suppression_email_form(expression),
                },
            }) -%}
        {%- else -%}
            {%- set kind = 'phone' if identifier.endswith('phone') else identifier -%}
            {%- do keys.update({identifier: {'kind': kind, 'expression': expression}}) -%}
        {%- endif -%}
    {%- endfor -%}
    {{ return(keys) }}
{%- endmacro %}
