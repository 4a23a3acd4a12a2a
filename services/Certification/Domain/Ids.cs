using System.Buffers.Binary;
using Mamis.Kernel;

namespace Mamis.Certification.Domain;

/// <summary>An application; also the id of its stream.</summary>
public readonly record struct ApplicationKey(Guid Value) : ITypedId<ApplicationKey>
{
    public static ApplicationKey From(Guid value) => new(value);

    /// <summary>What the physician quotes on the telephone: the application's own random bits in letters that are not mixed up.</summary>
    public string ReceiptNumber
    {
        get
        {
            const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
            var bits = BinaryPrimitives.ReadUInt64BigEndian(Value.ToByteArray(bigEndian: true).AsSpan(8));
            var text = string.Create(10, bits, static (span, rest) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = Letters[(int)((rest >> (5 * i)) & 31)];
                }
            });

            return $"{text[..5]}-{text[5..]}";
        }
    }
}

/// <summary>An uploaded file; its content is in the vault, never in a stream.</summary>
public readonly record struct DocumentId(Guid Value) : ITypedId<DocumentId>
{
    public static DocumentId From(Guid value) => new(value);
}

/// <summary>What a desk wrote when it sent an application back or rejected it; the words are in a table, since they may be personal.</summary>
public readonly record struct RemarkId(Guid Value) : ITypedId<RemarkId>
{
    public static RemarkId From(Guid value) => new(value);
}

/// <summary>Streams whose id follows from what they are about.</summary>
public static class Streams
{
    /// <summary>One certificate for a physician and a scheme, with all its terms.</summary>
    public static Guid CertificateOf(PhysicianId holder, Scheme scheme) => DeterministicId.From("certificate", holder.Value, scheme);
}
