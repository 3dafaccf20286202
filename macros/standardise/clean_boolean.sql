{#-
    true or false from the words that exports use for them, in several languages; null for everything else.
    'x' is true: it is a tick in a form.
-#}
{% macro clean_boolean(expression) -%}
    {%- set words = {
        'true': ['true', 't', 'yes', 'y', '1', '1.0', 'on', 'x', 'checked', 'enabled', 'ja', 'j', 'wahr', 'oui', 'o', 'vrai', 'sí', 'si', 's', 'sì',
            'verdadero', 'sim', 'verdadeiro', 'vero', 'tak', 'да', 'はい', '是', '✓', '✔'],
        'false': ['false', 'f', 'no', 'n', '0', '0.0', 'off', 'unchecked', 'disabled', 'nein', 'falsch', 'non', 'faux', 'falso', 'não', 'nao', 'nee',
            'nej', 'nei', 'nie', 'нет', 'いいえ', '否', '✗', '✘']
    } -%}
    case lower({{ firstparty.clean_text(expression) }})
    {%- for truth, spellings in words.items() %}
        {%- for spelling in spellings %}
        when '{{ spelling }}' then {{ truth }}
        {%- endfor %}
    {%- endfor %}
    end
{%- endmacro %}
