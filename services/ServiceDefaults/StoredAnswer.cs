using Microsoft.AspNetCore.Http;
using Npgsql;
using NpgsqlTypes;

namespace Mamis.ServiceDefaults;

/// <summary>An answer as it was given the first time, with the headers that belong to it.</summary>
public sealed record StoredAnswer(int Status, string? ContentType, string? Location, string? ETag, byte[] Body)
{
    public static StoredAnswer Of(HttpResponse response, MemoryStream body) => new(
        response.StatusCode, response.ContentType, Header(response.Headers.Location), Header(response.Headers.ETag), body.ToArray());

    public static StoredAnswer Read(NpgsqlDataReader row) => new(
        row.GetInt32(1), Text(row, 2), Text(row, 3), Text(row, 4), row.GetFieldValue<byte[]>(5));

    public void Write(NpgsqlParameterCollection parameters)
    {
        parameters.AddWithValue("status", Status);
        parameters.Add(new("contentType", NpgsqlDbType.Text) { Value = (object?)ContentType ?? DBNull.Value });
        parameters.Add(new("location", NpgsqlDbType.Text) { Value = (object?)Location ?? DBNull.Value });
        parameters.Add(new("etag", NpgsqlDbType.Text) { Value = (object?)ETag ?? DBNull.Value });
        parameters.AddWithValue("body", Body);
    }

    public async Task Repeat(HttpResponse response, CancellationToken cancellation)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.Headers.Location = Location;
        response.Headers.ETag = ETag;

        if (Body.Length > 0)
        {
            await response.Body.WriteAsync(Body, cancellation);
        }
    }

    private static string? Header(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
