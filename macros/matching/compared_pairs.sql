{#-
    The CTEs that compare pairs of records, ending in `compared_pairs`: each pair with its pattern, one digit for each field, and
    how rare the values are on which it agrees, in thousandths of a nat: those of a person's own (adjustment) and those that a
    household shares (home_adjustment). Takes the names of CTEs: pairs
    (left_number, right_number), and the records of either side (int_identity__match_records): two names, for DuckDB keeps all rows of
    a CTE that is read twice in memory.
    One query for two models: candidates and random pairs must be compared alike.
-#}
{% macro compared_pairs(pairs, left_records, right_records) -%}
    {%- set fields = firstparty.comparisons() -%}
    {%- set places = firstparty.pattern_places() -%}
    {%- set bands = {} -%}
    {%- for field, ends in firstparty.frequency_bands().items() if field in (fields | map(attribute='name')) -%}
        {%- do bands.update({field: ends}) -%}
    {%- endfor -%}
    {%- set stages = firstparty.pair_measures() -%}
    {%- set expressions = [] -%}
    {%- for measures in stages -%}
        {%- do expressions.extend(measures.values()) -%}
    {%- endfor -%}
    {%- for field in fields -%}
        {%- do expressions.append(field.known) -%}
        {%- do expressions.extend(field.levels | map(attribute='when')) -%}
    {%- endfor -%}
    {%- set columns = modules.re.findall('\\b[lr]\\.(\\w+)', expressions | join(' ')) | unique | sort -%}
    {#- For each field the levels of the others that have said all there is about it. -#}
    {%- set silenced_by = {} -%}
    {%- for field in fields -%}
        {%- for level in field.levels if level.silences -%}
            {%- do silenced_by.setdefault(level.silences, []).append(
                field.name ~ '_level = ' ~ (field.levels.index(level) + 1)
            ) -%}
        {%- endfor -%}
    {%- endfor -%}
sides as (
    select
        {{ pairs }}.left_number,
        {{ pairs }}.right_number,
        {% for column in columns -%}
            left_records.{{ column }} as l_{{ column }},
            right_records.{{ column }} as r_{{ column }},
        {% endfor -%}
        {% for field in bands -%}
            left_records.{{ field }}_adjustment{{ "," if not loop.last }}
        {% endfor %}
    from {{ pairs }}
    inner join {{ left_records }} as left_records on {{ pairs }}.left_number = left_records.record_number
    inner join {{ right_records }} as right_records on {{ pairs }}.right_number = right_records.record_number
),

    {%- for measures in stages %}

measured_{{ loop.index }} as (
    select
        *,
        {% for name, expression in measures.items() -%}
            {{ firstparty.sided(expression) }} as {{ name }}{{ "," if not loop.last }}
        {% endfor %}
    from {{ 'sides' if loop.first else 'measured_' ~ (loop.index - 1) }}
),
    {%- endfor %}

levelled as (
    select
        left_number,
        right_number,
        {% for field in fields -%}
            case
                when not coalesce({{ firstparty.sided(field.known) }}, false) then 0
                {% for level in field.levels -%}
                    when {{ firstparty.sided(level.when) }} then {{ loop.index }}
                {% endfor -%}
            end as {{ field.name }}_level,
        {% endfor -%}
        {% for field in bands -%}
            {{ field }}_adjustment{{ "," if not loop.last }}
        {% endfor %}
    from measured_{{ stages | length }}
),

compared_pairs as (
    select
        left_number,
        right_number,
        {% for field in fields -%}
            cast(case
                when {{ silenced_by.get(field.name, ['false']) | join(' or ') }} then 0
                else {{ field.name }}_level
            end as bigint) * {{ places[field.name].value }}{{ " +" if not loop.last }}
        {% endfor -%}
        as pattern,
        {% for name, is_own in {'adjustment': true, 'home_adjustment': false}.items() -%}
            {% for field in fields if field.name in bands and (field.family in ['name', 'birth']) == is_own -%}
                case
                    when {{ field.name }}_level between 1 and {{ bands[field.name] | length + 1 }} then {{ field.name }}_adjustment
                    else 0
                end +
            {% endfor -%}
            0 as {{ name }}{{ "," if not loop.last }}
        {% endfor %}
    from levelled
)
{%- endmacro %}


{#- An expression over l. and r. as one over the columns l_… and r_… of one row. -#}
{% macro sided(expression) -%}
    {{ return(modules.re.sub('\\b([lr])\\.(\\w+)', '\\1_\\2', expression)) }}
{%- endmacro %}


{#- The levels of a pattern, one column for each field; null where the field is silent. -#}
{% macro pattern_levels(pattern) -%}
    {%- for name, place in firstparty.pattern_places().items() %}
        cast(nullif(
            {{ firstparty.integer_quotient(pattern, place.value) }} % {{ place.level_count + 1 }}, 0
        ) as integer) as {{ name }}{{ "," if not loop.last }}
    {%- endfor %}
{%- endmacro %}
