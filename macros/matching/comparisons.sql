{#-
    What is compared in a pair of records, and how: a list of fields, each with `name`, `family`, `known` (condition under which
    it says anything), `levels` in order (the first that is true counts, the last is always true) and `differs` (how often the
    last level is expected in a match, before the data speak).

    A level has `label`, `kind` (exact, middle, last), `when` (condition on both records, l. and r., and on the measures of
    pair_measures) and perhaps `counted`: its share among random pairs is then counted from the frequencies of values: `band`
    for one band of frequency, else signed lists of columns whose equal pairs add up to it. `silences` names a field about which the level has said all there is: one event is counted once.

    `family` says which probabilities the classes share. A household's given names and birth dates are those of strangers; what
    namesakes share beyond their names is what strangers share.

    Var `comparisons` replaces a field of the same name or adds one; a field without levels is switched off.
-#}
{% macro comparisons() -%}
    {%- set fields = {
        'given': {'family': 'name', 'known': firstparty.both_known('given'), 'differs': 0.02,
            'levels': firstparty.exact_levels('given') + [
            {'label': 'swapped with family', 'kind': 'middle', 'when': 'is_swapped', 'silences': 'family'},
            {'label': 'nickname', 'kind': 'middle', 'when': 'l.canonical_code = r.canonical_code'},
            {'label': 'sounds alike', 'kind': 'middle', 'when': firstparty.sounds_alike('l.given', 'r.given')},
            {'label': 'initial', 'kind': 'middle',
                'when': '(l.given_length = 1 or r.given_length = 1) and l.given1 = r.given1'},
            {'label': 'similar .92', 'kind': 'middle', 'when': 'given_similarity >= 0.92'},
            {'label': 'one of two names', 'kind': 'middle', 'when': firstparty.sounds_like_part('given')},
            {'label': 'similar .8', 'kind': 'middle', 'when': 'given_similarity >= 0.8'},
            {'label': 'in the other full name', 'kind': 'middle', 'silences': 'family',
                'when': 'is_given_elsewhere'},
            {'label': 'different', 'kind': 'last', 'when': 'true'},
        ]},
        'family': {'family': 'shared', 'known': firstparty.both_known('family'), 'differs': 0.05,
            'levels': firstparty.exact_levels('family') + [
            {'label': 'sounds alike', 'kind': 'middle', 'when': firstparty.sounds_alike('l.family', 'r.family')},
            {'label': 'similar .92', 'kind': 'middle', 'when': 'family_similarity >= 0.92'},
            {'label': 'one of two names', 'kind': 'middle', 'when': firstparty.sounds_like_part('family')},
            {'label': 'similar .85', 'kind': 'middle', 'when': 'family_similarity >= 0.85'},
            {'label': 'in the other full name', 'kind': 'middle',
                'when': 'is_family_elsewhere'},
            {'label': 'different', 'kind': 'last', 'when': 'true'},
        ]},
        'middle': {'family': 'name', 'known': firstparty.both_known('middle'), 'differs': 0.1, 'levels': [
            {'label': 'equal', 'kind': 'exact', 'when': 'l.middle_code = r.middle_code'},
            {'label': 'initial', 'kind': 'middle', 'when': 'substr(l.middle, 1, 1) = substr(r.middle, 1, 1)'},
            {'label': 'different', 'kind': 'last', 'when': 'true'},
        ]},
        'birth': {'family': 'birth', 'known': firstparty.both_known('birth'), 'differs': 0.01,
            'levels': firstparty.exact_levels('birth') + [
            {'label': 'day and month swapped', 'kind': 'middle',
                'when': 'l.birth_year = r.birth_year and l.birth_month = r.birth_day and l.birth_day = r.birth_month'},
            {'label': 'one edit, both 1 January', 'kind': 'middle',
                'when': 'birth_edits = 1 and l.is_january_1 and r.is_january_1'},
            {'label': 'one edit', 'kind': 'middle', 'when': 'birth_edits = 1'},
            {'label': 'one is 1 January of the year', 'kind': 'middle',
                'when': 'l.birth_year = r.birth_year and (l.is_january_1 or r.is_january_1)'},
            {'label': 'two edits', 'kind': 'middle', 'when': 'birth_edits = 2'},
            {'label': 'same year', 'kind': 'middle', 'when': 'l.birth_year = r.birth_year'},
            {'label': 'same month and day', 'kind': 'middle',
                'when': 'l.birth_month = r.birth_month and l.birth_day = r.birth_day'},
            {'label': 'one is 1 January', 'kind': 'middle', 'when': 'l.is_january_1 or r.is_january_1'},
            {'label': 'different', 'kind': 'last', 'when': 'true'},
        ]},
        'gender': {'family': 'shared', 'known': firstparty.both_known('gender'), 'differs': 0.1, 'levels': [
            {'label': 'equal', 'kind': 'exact', 'when': 'l.gender_code = r.gender_code'},
            {'label': 'different', 'kind': 'last', 'when': 'true'},
        ]},
        'email': {'family': 'shared', 'known': firstparty.both_known('email'), 'differs': 0.25, 'levels': [
            {'label': 'equal', 'kind': 'exact', 'when': 'l.email_code = r.email_code',
                'counted': [['+', 'email_code']]},
            {'label': 'same local part', 'kind': 'middle', 'when': 'l.local_code = r.local_code',
                'counted': [['+', 'local_code'], ['-', 'email_code']]},
            {'label': 'similar .9, two edits', 'kind': 'middle',
                'when': 'email_edits <= 2'},
            {'label': 'same letters', 'kind': 'middle', 'when': 'l.letters_code = r.letters_code',
                'counted': [['+', 'letters_code'], ['-', 'local_code']]},
            {'label': 'similar .9', 'kind': 'middle', 'when': 'email_similarity >= 0.9'},
            {'label': 'same digits', 'kind': 'middle', 'when': 'l.email_digits = r.email_digits'},
            {'label': 'different', 'kind': 'last', 'when': 'true'},
        ]},
        'email_year': firstparty.email_year_comparison(),
        'phone': {'family': 'place', 'known': firstparty.both_known('phone'), 'differs': 0.3, 'levels': [
            {'label': 'equal', 'kind': 'exact', 'when': 'l.phone_code = r.phone_code',
                'counted': [['+', 'phone_code']]},
            {'label': 'one edit', 'kind': 'middle', 'when': 'phone_edits = 1'},
            {'label': 'two edits', 'kind': 'middle', 'when': 'phone_edits = 2'},
            {'label': 'different', 'kind': 'last', 'when': 'true'},
        ]},
        'id': {'family': 'place', 'known': firstparty.both_known('id'), 'differs': 0.05, 'levels': [
            {'label': 'equal', 'kind': 'exact', 'when': 'l.id_code = r.id_code', 'counted': [['+', 'id_code']]},
            {'label': 'one edit', 'kind': 'middle', 'when': 'id_edits = 1'},
            {'label': 'two edits', 'kind': 'middle', 'when': 'id_edits = 2'},
            {'label': 'four edits', 'kind': 'middle', 'when': 'id_edits <= 4'},
            {'label': 'different', 'kind': 'last', 'when': 'true'},
        ]},
        'location': firstparty.location_comparison(),
        'region': {'family': 'place', 'differs': 0.1,
            'known': firstparty.both_known('region') ~ ' and not (' ~ firstparty.location_comparison()['known'] ~ ')',
            'levels': [
            {'label': 'equal', 'kind': 'exact', 'when': 'l.region_code = r.region_code'},
            {'label': 'different', 'kind': 'last', 'when': 'true'},
        ]},
        'tokens': {'family': 'place', 'differs': 0.15,
            'known': 'l.extra_tokens is not null and r.extra_tokens is not null', 'levels': [
            {'label': 'two or more shared', 'kind': 'exact', 'when': 'shared_tokens >= 2'},
            {'label': 'one shared', 'kind': 'exact', 'when': 'shared_tokens = 1'},
            {'label': 'none shared', 'kind': 'last', 'when': 'true'},
        ]},
    } -%}
    {%- for attribute in var('person_attributes') -%}
        {%- do fields.update({attribute: {
            'family': 'place', 'known': firstparty.both_known(attribute), 'differs': 0.15,
            'levels': firstparty.exact_levels(attribute) + [
                {'label': 'similar .88', 'kind': 'middle', 'when': attribute ~ '_similarity >= 0.88'},
                {'label': 'different', 'kind': 'last', 'when': 'true'},
            ],
        }}) -%}
    {%- endfor -%}
    {%- do fields.update(var('comparisons')) -%}
    {%- set listed = [] -%}
    {%- for name, field in fields.items() if field['levels'] -%}
        {%- do listed.append({
            'name': name, 'family': field['family'], 'known': field['known'], 'levels': field['levels'],
            'differs': field['differs'],
        }) -%}
    {%- endfor -%}
    {{ return(listed) }}
{%- endmacro %}


{#- Whether both records of a pair have a value. -#}
{% macro both_known(column) -%}
    {{ return('l.' ~ column ~ '_code is not null and r.' ~ column ~ '_code is not null') }}
{%- endmacro %}


{#- The levels of exact agreement of a field, one for each band of frequency, the rarest first. -#}
{% macro exact_levels(column) -%}
    {%- set levels = [] -%}
    {%- set band_count = firstparty.frequency_bands()[column] | length + 1 -%}
    {%- for band in range(1, band_count + 1) -%}
        {%- do levels.append({
            'label': 'equal, ' ~ ('rare' if band == 1 else 'common' if band == band_count else 'usual'),
            'kind': 'exact',
            'when': 'l.' ~ column ~ '_code = r.' ~ column ~ '_code and l.' ~ column ~ '_band = ' ~ band,
            'counted': 'band',
            'band': band,
        }) -%}
    {%- endfor -%}
    {{ return(levels) }}
{%- endmacro %}


{#-
    Whether two names, each given or family of one side, sound alike: by the rules that hold everywhere, by what another language
    reads in the same letters, or by the consonants where one is in Arabic script (int_identity__name_sounds).
-#}
{% macro sounds_alike(left, right) -%}
    {%- set agreements = [] -%}
    {%- for left_form, right_form in [
        ('sound', 'sound'), ('sound', 'other'), ('other', 'sound'), ('other', 'other'), ('sound', 'skeleton'), ('skeleton', 'sound'),
    ] -%}
        {%- do agreements.append(left ~ '_' ~ left_form ~ ' = ' ~ right ~ '_' ~ right_form) -%}
    {%- endfor -%}
    {{ return(agreements | join(' or ')) }}
{%- endmacro %}


{#- Whether the name of one record is the first or last part of the other's, which has several: one of two family names. -#}
{% macro sounds_like_part(column) -%}
    {{ return(
        'l.' ~ column ~ '_sound = r.' ~ column ~ '_first or l.' ~ column ~ '_sound = r.' ~ column ~ '_last'
        ~ ' or r.' ~ column ~ '_sound = l.' ~ column ~ '_first or r.' ~ column ~ '_sound = l.' ~ column ~ '_last'
    ) }}
{%- endmacro %}


{#- Address, postal code and city as one field: three words for one fact must not count three times. -#}
{% macro location_comparison() -%}
    {%- set addresses = firstparty.both_known('address') -%}
    {%- set postcodes = firstparty.both_known('postcode') -%}
    {%- set cities = firstparty.both_known('city') -%}
    {%- set is_same_city = '(l.city_code = r.city_code or not (' ~ cities ~ '))' -%}
    {{ return({
        'family': 'place', 'differs': 0.25,
        'known': '(' ~ addresses ~ ') or (' ~ postcodes ~ ') or (' ~ cities ~ ')',
        'levels': [
            {'label': 'address and place', 'kind': 'exact',
                'when': 'l.address_code = r.address_code and is_same_place', 'counted': [
                    ['+', 'address_code', 'postcode_code'], ['+', 'address_code', 'city_code'],
                    ['-', 'address_code', 'postcode_code', 'city_code'],
            ]},
            {'label': 'address, rest unknown', 'kind': 'exact',
                'when': 'l.address_code = r.address_code and not (' ~ postcodes ~ ') and not (' ~ cities ~ ')'},
            {'label': 'address', 'kind': 'middle', 'when': 'l.address_code = r.address_code', 'counted': [
                    ['+', 'address_code'], ['-', 'address_code', 'postcode_code'],
                    ['-', 'address_code', 'city_code'], ['+', 'address_code', 'postcode_code', 'city_code'],
            ]},
            {'label': 'similar address and place', 'kind': 'middle', 'when': 'is_same_place and is_similar_address'},
            {'label': 'similar address', 'kind': 'middle', 'when': 'is_similar_address'},
            {'label': 'postcode, no address', 'kind': 'exact',
                'when': 'l.postcode_code = r.postcode_code and not (' ~ addresses ~ ') and ' ~ is_same_city},
            {'label': 'postcode and city', 'kind': 'middle',
                'when': 'l.postcode_code = r.postcode_code and ' ~ is_same_city},
            {'label': 'postcode', 'kind': 'middle', 'when': 'l.postcode_code = r.postcode_code'},
            {'label': 'city and similar postcode', 'kind': 'middle',
                'when': 'l.city_code = r.city_code and postcode_edits = 1'},
            {'label': 'city', 'kind': 'middle', 'when': 'l.city_code = r.city_code'},
            {'label': 'similar postcode or city', 'kind': 'middle',
                'when': 'postcode_edits = 1 or city_similarity >= 0.9'},
            {'label': 'postcode area', 'kind': 'middle', 'when': 'l.postcode3 = r.postcode3'},
            {'label': 'different', 'kind': 'last', 'when': 'true'},
        ],
    }) }}
{%- endmacro %}


{#-
    The digits of an e-mail address are often the year of birth: they say something where one of the birth dates is not known and
    the addresses are not the same.
-#}
{% macro email_year_comparison() -%}
    {{ return({
        'family': 'birth', 'differs': 0.5,
        'known': 'coalesce(l.local_code <> r.local_code, true) and (l.birth_code is null or r.birth_code is null)'
            ~ ' and ((l.email_year is not null and r.birth_year_end is not null)'
            ~ ' or (r.email_year is not null and l.birth_year_end is not null))',
        'levels': [
            {'label': 'equal', 'kind': 'exact',
                'when': 'l.email_year = r.birth_year_end or r.email_year = l.birth_year_end'},
            {'label': 'different', 'kind': 'last', 'when': 'true'},
        ],
    }) }}
{%- endmacro %}
