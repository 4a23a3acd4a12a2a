using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>Turns the declared resources into units: addresses are chosen, and waiting for a resource becomes waiting for its replicas.</summary>
public sealed class Plan
{
    private readonly Dictionary<Resource, IReadOnlyList<Unit>> _units = [];
    private readonly DistributedApplicationBuilder _builder;
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;

    public Plan(DistributedApplicationBuilder builder, Terminal terminal, TimeProvider clock)
    {
        (_builder, _terminal, _clock) = (builder, terminal, clock);

        foreach (var resource in builder.Resources)
        {
            _units[resource] = UnitsOf(resource);
        }

        foreach (var process in builder.Resources.OfType<ProcessResource>())
        {
            foreach (var unit in _units[process])
            {
                unit.WaitsFor = [.. process.WaitsFor.SelectMany(UnitsBehind)];
            }
        }
    }

    public IReadOnlyList<Unit> Units => [.. _units.Values.SelectMany(it => it)];

    public IReadOnlyList<Unit> Servers => [.. Units.Where(it => it is not ProcessUnit)];

    public IReadOnlyList<Unit> Programs => [.. Units.Where(it => it is ProcessUnit)];

    /// <summary>Where people reach the system.</summary>
    public IReadOnlyList<string> Addresses =>
    [
        .. from process in _builder.Resources.OfType<ProcessResource>()
           from endpoint in process.Endpoints
           where endpoint.IsExternal
           select endpoint.Address(replica: 0),
    ];

    /// <summary>Ports people rely on and somebody else listens on.</summary>
    public IReadOnlyList<int> TakenPorts =>
    [
        .. from process in _builder.Resources.OfType<ProcessResource>()
           from endpoint in process.Endpoints
           where endpoint.Port > 0
           from port in endpoint.Allocated
           where !Ports.IsFree(port)
           select port,
    ];

    private IReadOnlyList<Unit> UnitsBehind(Resource dependency) =>
        dependency is PostgresDatabaseResource database ? _units[database.Parent] : _units[dependency];

    private List<Unit> UnitsOf(Resource resource) => resource switch
    {
        ServerResource server => [ServerUnit(server)],
        ProcessResource process => ProcessUnits(process),
        _ => [],
    };

    private List<Unit> ProcessUnits(ProcessResource process)
    {
        process.AllocatePorts();

        return [.. Enumerable.Range(0, process.Replicas).Select(replica =>
        {
            var name = process.Replicas == 1 ? process.Name : $"{process.Name}-{replica + 1}";
            return new ProcessUnit(name, process, replica, LogOf(name), _clock);
        })];
    }

    /// <summary>A connection string in the configuration means that somebody else runs the server.</summary>
    private Unit ServerUnit(ServerResource resource)
    {
        var log = LogOf(resource.Name);

        if (_builder.Configuration[$"ConnectionStrings:{resource.Name}"] is { Length: > 0 } given)
        {
            resource.IsReachedBy(given);
            return new GivenUnit(resource, log, _clock);
        }

        var directory = _builder.State.Below(resource.Name);
        var password = _builder.State.Secret($"{resource.Name}-password");

        switch (resource)
        {
            case PostgresServerResource postgres:
                var database = new PostgresServer(directory, password, _clock, log.Write);
                postgres.IsReachedBy(database.ConnectionString);
                return new PostgresUnit(postgres, database, log, _clock);

            case RabbitMQServerResource rabbit:
                var broker = new RabbitServer(directory, password, _clock, log.Write)
                {
                    ManagementPort = rabbit.HasManagement ? Ports.Free() : null,
                };
                rabbit.IsReachedBy(broker.ConnectionString);
                return new RabbitUnit(rabbit, broker, log, _clock);

            default:
                throw new NotSupportedException($"No server is known for {resource.Name}.");
        }
    }

    private ResourceLog LogOf(string name) => new(name, _units.Values.Sum(it => it.Count), _builder.State.Logs, _terminal);
}
