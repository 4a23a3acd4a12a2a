using Mamis.Story.Steps;

namespace Mamis.Story;

/// <summary>From the postcard to the renewed certificate and the next notice, through the gateway and nothing else.</summary>
public static class TheStory
{
    public static async Task<bool> Tell(string state, Narrator narrator, TimeProvider clock, CancellationToken cancellation)
    {
        var begun = clock.GetTimestamp();

        try
        {
            using var scene = new Scene(state, narrator, clock);
            await ImportPhysicians.Tell(scene, cancellation);
            await EnrolPhysicians.Tell(scene, cancellation);
            await RegisterNewcomer.Tell(scene, cancellation);
            await DesignateTraining.Tell(scene, cancellation);
            await PostAttendance.Tell(scene, cancellation);
            await VerifyPaperCredits.Tell(scene, cancellation);
            await RenewCertificates.Tell(scene, cancellation);
            await SendNotices.Tell(scene, cancellation);
            await AskTheDesk.Tell(scene, cancellation);
        }
        catch (StoryDiffersException e)
        {
            await narrator.Tell(e.Message);
            await narrator.Chapter($"The story differs after {clock.GetElapsedTime(begun).TotalSeconds:0} s.");
            return false;
        }

        await narrator.Chapter($"The story ends well, in {clock.GetElapsedTime(begun).TotalSeconds:0} s.");
        return narrator.EverythingHeld;
    }
}
