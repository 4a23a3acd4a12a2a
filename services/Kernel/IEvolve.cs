namespace Mamis.Kernel;

/// <summary>State that is folded from a stream. The empty instance is the state of a stream that does not exist yet.</summary>
/// <typeparam name="TSelf">The state itself.</typeparam>
public interface IEvolve<out TSelf>
{
    /// <summary>The state after one more event. Never decides, never throws; an unknown event changes nothing.</summary>
    TSelf Evolve(object @event);
}
