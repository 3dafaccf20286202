{#-
    Of a group of records, SQL of how many persons they likely are (a family shows a few, a kiosk dozens): the most of distinct canonical
    given names, half the full names (one has several spellings), and values of each identifier unique to a person.
-#}
{% macro likely_person_count(records) -%}
    greatest(
        count(distinct {{ records }}.given_canonical),
        cast(floor(count(distinct {{ records }}.full_name_text) / 2) as bigint),
        count(distinct {{ records }}.national_id),
        count(distinct {{ records }}.user_id),
        count(distinct {{ records }}.loyalty_number),
        1
    )
{%- endmacro %}
