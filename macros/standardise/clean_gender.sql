{#-
    female, male or other, from words and letters in several languages; null for everything else, also for 'unknown'.
    'm' is male and 'f' female everywhere, and so is 'w' (weiblich); 'h' (hombre, homme) is male, 'k' (kvinna, kobieta) female.
-#}
{% macro clean_gender(expression) -%}
    {%- set words = {
        'female': ['f', 'female', 'fem', 'woman', 'girl', 'w', 'weiblich', 'frau', 'femme', 'féminin', 'feminin', 'mujer', 'femenino',
            'femenina', 'feminino', 'feminina', 'femmina', 'femminile', 'donna', 'mulher', 'v', 'vrouw', 'vrouwelijk', 'k', 'kvinna', 'kvinde',
            'kvinne', 'kobieta', 'kadın', 'ж', 'женский', '女', '女性', '여', '여성', 'mrs', 'ms', 'miss', 'she'],
        'male': ['m', 'male', 'masc', 'man', 'boy', 'männlich', 'maennlich', 'herr', 'homme', 'masculin', 'h', 'hombre', 'masculino', 'maschio',
            'maschile', 'uomo', 'homem', 'mannelijk', 'mand', 'mann', 'mężczyzna', 'erkek', 'м', 'мужской', '男', '男性', '남', '남성', 'mr', 'he'],
        'other': ['o', 'other', 'x', 'd', 'divers', 'diverse', 'nb', 'nonbinary', 'non-binary', 'non binary', 'enby', 'genderqueer', 'agender',
            'andere', 'anders', 'autre', 'otro', 'otra', 'outro', 'altro', 'they']
    } -%}
    case lower({{ firstparty.clean_text(expression) }})
    {%- for gender, spellings in words.items() %}
        {%- for spelling in spellings %}
        when '{{ spelling }}' then '{{ gender }}'
        {%- endfor %}
    {%- endfor %}
    end
{%- endmacro %}
