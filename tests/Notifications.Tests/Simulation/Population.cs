using Mamis.Contracts.Certification;
using Mamis.Contracts.Identity;
using Mamis.Kernel;

namespace Mamis.Notifications.Tests.Simulation;

/// <summary>Invented certificates and all that happens to them in some years, decided beforehand from one seed.</summary>
internal sealed class Population
{
    private readonly Random _random = new(20_260_401);
    private readonly List<CertificateTermBegan> _terms = [];
    private readonly List<CertificateEnded> _ends = [];
    private readonly List<StandingChanged> _standings = [];
    private readonly ILookup<DateOnly, CertificateTermBegan> _termsByDay;
    private readonly ILookup<DateOnly, CertificateEnded> _endsByDay;
    private readonly ILookup<DateOnly, StandingChanged> _standingsByDay;

    public Population(int certificates, DateOnly first, DateOnly last)
    {
        for (var i = 0; i < certificates; i++)
        {
            Invent(first, last);
        }

        _termsByDay = _terms.ToLookup(it => BusinessCalendar.DayOf(it.OccurredAt));
        _endsByDay = _ends.ToLookup(it => BusinessCalendar.DayOf(it.OccurredAt));
        _standingsByDay = _standings.ToLookup(it => BusinessCalendar.DayOf(it.OccurredAt));
    }

    public IReadOnlyList<CertificateTermBegan> Terms => _terms;

    public IEnumerable<CertificateTermBegan> TermsToldOn(DateOnly day) => _termsByDay[day];

    public IEnumerable<CertificateEnded> EndsToldOn(DateOnly day) => _endsByDay[day];

    public IEnumerable<StandingChanged> StandingsToldOn(DateOnly day) => _standingsByDay[day];

    /// <summary>Three of four renew in the last two months, some are granted months after the end, the rest lapse.</summary>
    private void Invent(DateOnly first, DateOnly last)
    {
        var (certificate, physician) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var scheme = _random.Next(5) == 0 ? Scheme.Sports : Scheme.Occupational;
        var (told, validTo) = (first, first.AddDays(1 + _random.Next(5 * 365)));
        LiveThrough(physician, first, last);

        for (var version = 1L; told <= last; version++)
        {
            _terms.Add(new()
            {
                CertificateId = certificate,
                PhysicianId = physician,
                Scheme = $"{scheme}",
                Number = $"S{_terms.Count}",
                ValidFrom = validTo.AddYears(-5).AddDays(1),
                ValidTo = validTo,
                Version = version,
                OccurredAt = BusinessCalendar.StartOf(told),
            });
            var fate = _random.Next(20);

            if (fate < 2)
            {
                _ends.Add(new() { CertificateId = certificate, PhysicianId = physician, Reason = "lapsed", Version = version + 1, OccurredAt = BusinessCalendar.StartOf(validTo.AddDays(1)) });
                return;
            }

            told = validTo.AddDays(fate < 5 ? 1 + _random.Next(200) : -_random.Next(60));
            told = told > first ? told : first.AddDays(1);
            validTo = validTo.AddYears(5);
        }
    }

    /// <summary>Where the physician belongs at first, and one move in some lives.</summary>
    private void LiveThrough(Guid physician, DateOnly first, DateOnly last)
    {
        var moves = _random.Next(3) == 0 ? 1 : 0;

        for (var version = 1; version <= 1 + moves; version++)
        {
            var day = version == 1 ? first : first.AddDays(1 + _random.Next(last.DayNumber - first.DayNumber));
            var prefecture = $"{1 + _random.Next(47):00}";
            var member = _random.Next(10) < 7;
            _standings.Add(new()
            {
                PhysicianId = physician,
                Version = version,
                County = member ? $"{prefecture}-001" : null,
                Prefecture = member ? prefecture : null,
                Jma = member,
                WorkplacePrefecture = prefecture,
                OccurredAt = BusinessCalendar.StartOf(day),
            });
        }
    }
}
