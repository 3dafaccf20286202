{#-
    Completed years from one date to another, as birthdays count them: the year turns on the anniversary, and on
    1 March for 29 February in other years. From year and day-in-year numbers, which both engines share:
    date_diff and age() each count differently on each engine. Null when either date is null.
-#}
{% macro whole_years_between(start, end) -%}
    cast(floor((
        year({{ end }}) * 10000 + month({{ end }}) * 100 + day({{ end }})
        - (year({{ start }}) * 10000 + month({{ start }}) * 100 + day({{ start }}))
    ) / 10000) as bigint)
{%- endmacro %}
