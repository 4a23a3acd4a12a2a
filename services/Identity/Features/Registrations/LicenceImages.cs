using Mamis.EventStore;
using Mamis.ServiceDefaults.Files;
using Npgsql;

namespace Mamis.Identity.Features.Registrations;

/// <summary>The images that self-registrations are compared with: sealed, and gone once the comparison is done (D7).</summary>
public sealed class LicenceImages(NpgsqlDataSource database, IConfiguration configuration)
{
    private readonly byte[] _key = Seal.KeyFor("identity licences", configuration);

    /// <summary>An image as it is served: always as a file to save.</summary>
    public sealed record Image(byte[] Content, FileType Type);

    public Sql Store(Guid physician, RegistrationForm form) => Sql.For(
        """
        insert into licence_image (physician_id, media_type, sealed) select physician_id, media_type, sealed from rows
        on conflict (physician_id) do update set media_type = excluded.media_type, sealed = excluded.sealed
        """,
        new { PhysicianId = physician, form.ImageType.MediaType, Sealed = Seal.Close(_key, form.Image, physician) });

    public static Sql Drop(Guid physician) =>
        Sql.For("delete from licence_image i using rows r where i.physician_id = r.physician_id", new { PhysicianId = physician });

    public async Task<Image?> Open(Guid physician, CancellationToken cancellation) =>
        await database.Find<Row>("select media_type, sealed from licence_image where physician_id = @physician", new { physician }, cancellation) is { } row
            ? new(Seal.Open(_key, row.Sealed, physician), FileType.Named(row.MediaType))
            : null;

    private sealed record Row(string MediaType, byte[] Sealed);
}
