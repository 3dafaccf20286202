{#-
    The CTEs that give each pattern its place among the seven classes of pairs, ending in `posterior`: unrelated (u), match (m),
    household (h), namesake (n), and three for what is often taken for a match: one name in one household, as father and son have
    it (j), one birth date in one household, as twins have it (t), and two people of one household behind one account, with its
    e-mail address, telephone and address (a). Those three have no shares of their own (see class_with_shares), and how many pairs
    they explain depends on what is known: a father's birth date tells him from his son, where it is known. So their sizes are
    learned for each situation (see pair_situations), as what they are to matches there; those of the others are for all pairs.

    Takes the names of two CTEs: patterns (pattern, pair_count, a level for each field), and parameters (field, level, u, m, h, n; the
    sizes of all classes stand under field '', one row for each situation).

    The weight is the logarithm of the odds of a match against all else, in millionths of a nat: whole numbers add up to the same
    in any order. Two exceptions make it less: names alone must be four times as likely one person as not, for namesakes who left
    nothing else do not show in the data; and of an equal identifier alone the rules of identifiers decide, which know who else
    has it. home_weight is that of a match against two people of one household, without exceptions.
-#}
{% macro class_posterior(patterns, parameters) -%}
    {%- set learned = ['u', 'm', 'h', 'n'] -%}
    {%- set borrowing = ['j', 't', 'a'] -%}
    {%- set classes = learned + borrowing -%}
    {%- set situations = range(firstparty.pair_situations() | length) -%}
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
            ln({{ "max(case when field = '' then u end)" if class == 'u' else firstparty.pairs_in_all(class) }}) as size_{{ class }},
        {% endfor -%}
        {% for class in borrowing -%}
            {% for situation in situations -%}
                ln({{ firstparty.pairs_in_all('m') }})
                + max(case when field = '' and level = {{ situation }} then ln({{ class }} / (m + 1)) end)
                    as size_{{ class }}_{{ situation }},
            {% endfor -%}
        {% endfor -%}
        {% for field, level_count in levels_before.items() -%}
            cast(count(case when place <= {{ level_count }} then 1 end) as integer) as before_{{ field }}
            {{- "," if not loop.last }}
        {% endfor %}
    from placed_shares
),

sized_patterns as (
    select
        {{ patterns }}.*,
        logarithms.*,
        {% for class in borrowing -%}
            case {{ firstparty.pair_situation(patterns) }}
                {% for situation in situations -%}
                    when {{ situation }} then size_{{ class }}_{{ situation }}
                {% endfor -%}
            end as size_{{ class }}{{ "," if not loop.last }}
        {% endfor %}
    from {{ patterns }}
    cross join logarithms
),

likelihoods as (
    select
        pattern,
        pair_count,
        {% for field in fields -%}
            {{ field }},
        {% endfor -%}
        {% for class in classes -%}
            size_{{ class }},
        {% endfor -%}
        {% for class in classes -%}
            size_{{ class }}
            {%- for field in comparisons %}
                {%- set shares = 'shares_' ~ firstparty.class_with_shares(class, field) -%}
                {%- set place = field.name ~ ' + before_' ~ field.name %}
            + coalesce({{ firstparty.list_item(shares, place) }}, 0)
            {%- endfor %} as ln_{{ class }}{{ "," if not loop.last }}
        {% endfor %}
    from sized_patterns
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
        cast(round(1e6 * (
            ln_m - ln_most - ln(greatest(likelihood_h + likelihood_j + likelihood_t + likelihood_a, 1e-300))
        )) as bigint) as home_weight,
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


{#-
    The learned class whose shares a class takes for a field: its own, but for those without: of one name at home (j) names are as in
    matches, of twins (t) birth dates, behind one account (a) its contact details; other names and birth dates of theirs are those of
    strangers, and all else is as in households.
-#}
{% macro class_with_shares(class, field) -%}
    {%- set borrowed = {
        'j': {'name': 'm', 'birth': 'u'},
        't': {'name': 'u', 'birth': 'm'},
        'a': {'name': 'u', 'birth': 'u', 'place': 'm', 'email': 'm'},
    } -%}
    {%- if class not in borrowed -%}
        {{ return(class) }}
    {%- endif -%}
    {{ return(borrowed[class].get(field.name, borrowed[class].get(field.family, 'h'))) }}
{%- endmacro %}


{#- How many pairs of a class there are in all situations: summed in one order, for sums of fractions depend on it. -#}
{% macro pairs_in_all(class) -%}
    {%- for situation in firstparty.pair_situations() -%}
        coalesce(max(case when field = '' and level = {{ loop.index0 }} then {{ class }} end), 0){{ " + " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}


{#-
    What can be known of a pair beside names: how often a class explains a pair depends on it. For each situation the fields that both
    records must have, and the words for it; of those that fit a pair the last one holds.
-#}
{% macro pair_situations() -%}
    {{ return([
        {'known': [], 'words': 'neither birth dates nor places known'},
        {'known': ['birth'], 'words': 'birth dates known'},
        {'known': ['location'], 'words': 'places known'},
        {'known': ['birth', 'location'], 'words': 'birth dates and places known'},
    ]) }}
{%- endmacro %}


{#- The place of a pattern among pair_situations, from 0. Takes the name of what has the levels of the fields. -#}
{% macro pair_situation(patterns) -%}
    {%- set fields = firstparty.comparisons() | map(attribute='name') | list -%}
    {%- set situations = firstparty.pair_situations() -%}
    case
        {% for situation in situations | reverse if situation.known and not situation.known | reject('in', fields) | list -%}
            when {% for field in situation.known -%}
                {{ patterns }}.{{ field }} is not null{{ " and " if not loop.last }}
            {%- endfor %} then {{ situations.index(situation) }}
        {% endfor -%}
        else 0
    end
{%- endmacro %}
