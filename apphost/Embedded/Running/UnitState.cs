namespace Mamis.AppHost.Embedded.Running;

/// <summary>What a unit is doing.</summary>
public enum UnitState
{
    Waiting,
    Starting,
    Healthy,
    Unhealthy,
    Restarting,
    Stopped,
}
