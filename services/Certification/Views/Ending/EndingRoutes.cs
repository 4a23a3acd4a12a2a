using Mamis.ServiceDefaults;

namespace Mamis.Certification.Views.Ending;

/// <summary>The route table of what ends, on the screen and as a file.</summary>
public static class EndingRoutes
{
    public static void MapEnding(this WebApplication app)
    {
        app.MapGet("/certificates/ending", EndingCertificates.Get).ForStaff();
        app.MapGet("/certificates/ending.csv", EndingFile.Get).ForStaff();
    }
}
