using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>Reads names and numbers of a list as the person meant them who typed them, so that width and blanks refuse nobody.</summary>
public static class Spelling
{
    /// <summary>A name as it is compared: without blanks, kana wide, letters and digits narrow.</summary>
    public static string Comparable(string name) => string.Concat(Width.Fold(name).Where(it => !char.IsWhiteSpace(it)));

    /// <summary>A number, date or code as a person may have typed it, with narrow characters and without blanks around.</summary>
    public static string Narrow(string text) => Width.Narrow(text).Trim();
}
