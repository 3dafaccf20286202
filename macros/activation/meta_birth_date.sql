{#-
    A birth date as Meta's parameter builder reads it from text: year, month and day as eight digits. Of three numbers the one above 31 is the
    year, else the last is; of the other two the first is the month unless it is above 12. So `2/6/1990` is the sixth of February: a guess. Feed it
    typed dates, or better their parts (DOBY, DOBM, DOBD), as the export does. Null outside 1800 to next year and where there are no three numbers.
-#}
{% macro meta_birth_date(expression) -%}
    {%- set numbers = [] -%}
    {%- for group in [1, 2, 3] -%}
        {%- do numbers.append(firstparty.try_cast_to(
            firstparty.extract_pattern(expression, '^[^0-9]*([0-9]+)[^0-9]+([0-9]+)[^0-9]+([0-9]+)', group), 'bigint'
        )) -%}
    {%- endfor -%}
    {%- set first, second, third = numbers -%}
    {%- set year -%}
        case when {{ first }} > 31 then {{ first }} when {{ second }} > 31 then {{ second }} else {{ third }} end
    {%- endset -%}
    {%- set month -%}
        case
            when {{ first }} > 31 then case when {{ second }} > 12 then {{ third }} else {{ second }} end
            when {{ second }} > 31 then case when {{ third }} > 12 then {{ first }} else {{ third }} end
            when {{ first }} > 12 then {{ second }}
            else {{ first }}
        end
    {%- endset -%}
    {%- set day = '(' ~ first ~ ' + ' ~ second ~ ' + ' ~ third ~ ' - (' ~ year ~ ') - (' ~ month ~ '))' -%}
    case
        when
            {{ year }} between 1800 and extract(year from {{ firstparty.as_of() }}) + 1
            and {{ month }} between 1 and 12
            and {{ day }} between 1 and 31
            then cast({{ year }} as string)
                || lpad(cast({{ month }} as string), 2, '0') || lpad(cast({{ day }} as string), 2, '0')
        else {{ firstparty.extract_pattern(expression, '^[^0-9]*([0-9]{8})[^0-9]*$', 1) }}
    end
{%- endmacro %}
