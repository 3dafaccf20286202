{#-
    The CTEs that make shares of expected counts, ending in `maximised`: for each field and level its share in the classes that
    are learned, and in rows '' the sizes of the classes, as next_<class>. Matches get 200 pairs of what is expected of them before,
    households and namesakes ten of what strangers show. From the fourth round on what strangers show is corrected for the matches
    and households that are among random pairs, and what is learned takes longer steps (see longer_step). Var match_shares has the
    last word.

    Takes the name of a CTE with the round before (iteration, field, level, u, m, h, n), what is expected of each row (expected_<class>),
    what stands in int_identity__level_frequencies (family, kind, u_observed, match_prior; null in rows ''), and beside every row the sizes
    of the classes (size_m, size_h) and the number of all pairs (all_pairs).
-#}
{% macro maximised_shares(expected) -%}
{#- At most so many for each household: where no birth date is known, one name at home looks like a match. -#}
{%- set with_birth = [] -%}
{%- for situation in firstparty.pair_situations() -%}
    {%- if 'birth' in situation.known -%}
        {%- do with_birth.append(loop.index0) -%}
    {%- endif -%}
{%- endfor -%}
{%- set bounds = {'j': '(case when level in (' ~ with_birth | join(', ') ~ ') then 0.5 else 0.05 end)', 't': '0.05', 'a': '1'} -%}
{%- set priors = {'m': '200 * match_prior', 'h': '10 * u_observed', 'n': '10 * u_observed'} -%}
shared as (
    select
        *,
        {% for class, prior in priors.items() -%}
            {%- set smoothed = 'expected_' ~ class ~ ' + ' ~ prior -%}
            ({{ smoothed }})
            / cast(sum(cast({{ smoothed }} as decimal(38, 9))) over (partition by field) as double)
                as share_{{ class }}{{ "," if not loop.last }}
        {% endfor %}
    from {{ expected }}
),

corrected as (
    select
        *,
        case
            when iteration < 3 then u_observed
            else greatest(
                u_observed - (size_m * share_m + size_h * share_h) / all_pairs,
                0.05 * u_observed
            )
        end as u_corrected
    from shared
),

strangers as (
    select
        *,
        case
            when kind = 'last'
                then greatest(0.001, 1 - cast(sum(cast(
                    case when kind = 'last' then 0 else u_corrected end as decimal(38, 18)
                )) over (partition by field) as double))
            else u_corrected
        end as share_u
    from corrected
),

maximised as (
    select
        *,
        case when field = '' then u else {{ firstparty.share_set_by_hand('u', 'share_u') }} end as next_u,
        case
            when field = '' then {{ firstparty.longer_step('m', '(expected_m + 1e-6)') }}
            else {{ firstparty.share_set_by_hand('m', firstparty.longer_step('m', 'share_m')) }}
        end as next_m,
        case
            when field = '' then {{ firstparty.longer_step('h', '(expected_h + 1e-6)') }}
            else {{ firstparty.share_set_by_hand(
                'h', "case when family in ('name', 'birth') then share_u else " ~ firstparty.longer_step('h', 'share_h') ~ " end"
            ) }}
        end as next_h,
        case
            when field = '' then {{ firstparty.longer_step('n', '(expected_n + 1e-6)') }}
            else {{ firstparty.share_set_by_hand(
                'n', "case when family in ('birth', 'place') then share_u else " ~ firstparty.longer_step('n', 'share_n') ~ " end"
            ) }}
        end as next_n,
        {% for class, households in bounds.items() -%}
            case when field = '' then least(expected_{{ class }}, {{ households }} * expected_h) + 1e-6 end as next_{{ class }}
            {{- "," if not loop.last }}
        {% endfor %}
    from strangers
)
{%- endmacro %}


{#-
    What a round makes of a value, moved on by seven tenths of its step (in logarithms): learning ends at the same values, for there no
    step is left, and in little more than half the rounds. Steps of up to twice their length end there too (Peters and Walker, 1978);
    .8 did on every set, .9 no longer on the sample company. Not in the first rounds, nor where a value more than doubles or halves.
-#}
{% macro longer_step(before, after) -%}
    case
        when iteration >= 4 and {{ after }} between {{ before }} / 2 and {{ before }} * 2
            then {{ after }} * power({{ after }} / {{ before }}, 0.7)
        else {{ after }}
    end
{%- endmacro %}


{#- The share of a class that var match_shares sets for some fields and levels; elsewhere what was learned. -#}
{% macro share_set_by_hand(class, learned) -%}
    {%- set branches = [] -%}
    {%- for field, levels in var('match_shares').items() -%}
        {%- for level, shares in levels.items() if class in shares -%}
            {%- do branches.append("when field = '" ~ field ~ "' and level = " ~ level ~ " then " ~ shares[class]) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{ ('case ' ~ branches | join(' ') ~ ' else ' ~ learned ~ ' end') if branches else learned }}
{%- endmacro %}
