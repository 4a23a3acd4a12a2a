namespace Mamis.EventStore.Tests.Crashes;

/// <summary>Where the process of a publisher is killed.</summary>
public enum CrashPoint
{
    /// <summary>Nowhere: it appends, publishes and goes on until it is killed from outside.</summary>
    None,

    BeforeAppend,

    AfterAppend,

    AfterPublishBeforePosition,

    AfterPosition,

    DuringShutdown,
}
