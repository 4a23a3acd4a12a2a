using Mamis.Certification.Domain.Rounds;
using Mamis.Certification.Views.Rounds;
using Mamis.ServiceDefaults.Files;

namespace Mamis.Certification.Features.Rounds;

/// <summary>What the file of a calendar looks like: the one that an export writes.</summary>
public static class RoundFile
{
    private const int MostRows = 2_000;

    public static readonly CsvUpload.Form Form = new(CalendarFile.Header, MostRows, RoundRefusals.TooManyRows);
}
