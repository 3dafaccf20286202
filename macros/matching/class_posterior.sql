{#-
    The CTEs that give each pattern its place among the six classes of pairs, ending in `posterior`: unrelated (u), match (m),
    household (h), namesake (n), and two for what is often taken for a match: one name in one household, as father and son have
    it (j), and one birth date in one household, as twins have it (t). Those two have no shares of their own: of names and birth
    dates one is as in matches and the other as among strangers, everything else is as in households. Takes the names of two
    CTEs: patterns (pattern, pair_count, a level for each field), and parameters (field, level, u, m, h, n; the sizes of all six
    classes stand under field '').

    The weight is the logarithm of the odds of a match against all else, in millionths of a nat: whole numbers add up to the same
    in any order. Two exceptions make it less: names alone must be four times as likely one person as not, for namesakes who left
    nothing else do not show in the data; and of an equal identifier alone the rules of identifiers decide, which know who else
    has it.
-#}
{% macro class_posterior(patterns, parameters) -%}
    {%- set learned = ['u', 'm', 'h', 'n'] -%}
    {%- set classes = learned + ['j', 't'] -%}
    {%- set comparisons = firstparty.comparisons() -%}
    {%- set fields = comparisons | map(attribute='name') | list -%}
    {%- set names = ['given', 'family', 'middle', 'gender', 'tokens'] -%}
    {%- set identifiers = ['email', 'phone', 'id'] | select('in', fields) | list -%}
    {#- The shares of a class stand in one list, field after field: the levels of a field come after those of all before it. -#}
    {%- set levels_before = {} -%}
    {%- set level_count = namespace(so_far=0) -%}
    {%- for field in comparisons -%}
        {%- do levels_before.update({field.name: level_count.so_far}) -%}
        {%- set level_count.so_far = level_count.so_far + field.levels | length -%}
    {%- endfor -%}
placed_shares as (
    select
        *,
        case field
            {% for field, level_count in levels_before.items() -%}
                when '{{ field }}' then {{ level_count }}
            {% endfor -%}
        end + level as place
    from {{ parameters }}
),

logarithms as (
    select
        {% for class in learned -%}
            {{ firstparty.list_in_order('ln(' ~ class ~ ')', 'place', "field <> ''") }} as shares_{{ class }},
        {% endfor -%}
        {% for class in classes -%}
            max(case when field = '' then ln({{ class }}) end) as size_{{ class }},
        {% endfor -%}
        {% for field, level_count in levels_before.items() -%}
            cast(count(case when place <= {{ level_count }} then 1 end) as integer) as before_{{ field }}
            {{- "," if not loop.last }}
        {% endfor %}
    from placed_shares
),

likelihoods as (
    select
        {{ patterns }}.pattern,
        {{ patterns }}.pair_count,
        {% for field in fields -%}
            {{ patterns }}.{{ field }},
        {% endfor -%}
        {% for class in classes -%}
            size_{{ class }}
            {%- for field in comparisons %}
                {%- set shares = 'shares_' ~ firstparty.class_with_shares(class, field.family) -%}
                {%- set place = patterns ~ '.' ~ field.name ~ ' + before_' ~ field.name %}
            + coalesce({{ firstparty.list_item(shares, place) }}, 0)
            {%- endfor %} as ln_{{ class }}{{ "," if not loop.last }}
        {% endfor %}
    from {{ patterns }}
    cross join logarithms
),

greatest_likelihoods as (
    select
        *,
        greatest({% for class in classes %}ln_{{ class }}{{ ", " if not loop.last }}{% endfor %}) as ln_most
    from likelihoods
),

relative_likelihoods as (
    select
        *,
        {% for class in classes -%}
            exp(ln_{{ class }} - ln_most) as likelihood_{{ class }}{{ "," if not loop.last }}
        {% endfor %}
    from greatest_likelihoods
),

summed_likelihoods as (
    select
        *,
        {% for class in classes if class != 'm' %}likelihood_{{ class }}{{ " + " if not loop.last }}{% endfor %} as likelihood_others
    from relative_likelihoods
),

weighed as (
    select
        *,
        cast(round(1e6 * (ln_m - ln_most - ln(likelihood_others))) as bigint) as odds,
        coalesce({{ fields | reject('in', names) | join(', ') }}) is null as is_names_only,
        {% for identifier in identifiers -%}
            (
                coalesce({{ identifier }} = 1, false)
                and coalesce({{ fields | reject('eq', identifier) | join(', ') }}) is null
            ) or
        {% endfor -%}
        false as is_identifier_only,
        {% for class in classes -%}
            likelihood_{{ class }} / (likelihood_m + likelihood_others) as share_{{ class }}{{ "," if not loop.last }}
        {% endfor %}
    from summed_likelihoods
),

posterior as (
    select
        *,
        case
            when is_identifier_only then least(odds, 0)
            when is_names_only then odds - cast(round(1e6 * ln(4)) as bigint)
            else odds
        end as weight
    from weighed
)
{%- endmacro %}


{#- The learned class whose shares a class takes for a field: its own, but for namesakes at home (j) and twins (t). -#}
{% macro class_with_shares(class, family) -%}
    {%- set borrowed = {'j': {'name': 'm', 'birth': 'u'}, 't': {'name': 'u', 'birth': 'm'}} -%}
    {{ return(borrowed[class].get(family, 'h') if class in borrowed else class) }}
{%- endmacro %}
