using System.Text.Json.Serialization;

namespace Mamis.Portal.Gateway;

/// <summary>The words of all kinds of notices, as they hold today.</summary>
public sealed record Templates([property: JsonPropertyName("templates")] IReadOnlyList<TemplateLine> Items);

/// <summary>The words of one kind today, and from when on others hold.</summary>
public sealed record TemplateLine(string Kind, int Version, DateOnly? Since, string Subject, IReadOnlyList<TemplateComing> Coming);

/// <summary>Words that hold from a later day on.</summary>
public sealed record TemplateComing(int Version, DateOnly Since);

/// <summary>All words one kind ever had; the latest first.</summary>
public sealed record TemplateHistory(string Kind, int Current, IReadOnlyList<string> Places, IReadOnlyList<TemplateVersion> Versions, bool ByLetter);

/// <summary>One version of the words.</summary>
public sealed record TemplateVersion(int Version, string Subject, string Text, DateOnly? Since, string? Why, Guid? By, DateTimeOffset? At);

/// <summary>What a notice would say in a real case.</summary>
public sealed record TemplatePreview(string Subject, string Text, string Html, string? Letter);
