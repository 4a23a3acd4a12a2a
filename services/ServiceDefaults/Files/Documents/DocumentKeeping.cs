using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mamis.ServiceDefaults.Files.Documents;

/// <summary>What a service says that keeps documents: their vault, and how one is handed out.</summary>
public static class DocumentKeeping
{
    /// <summary>The vault of a service; its tables are added to the store's with <see cref="DocumentVault.Tables"/>.</summary>
    public static IServiceCollection AddDocumentVault(this IServiceCollection services, string service) => services
        .AddSingleton(it => DocumentScan.Of(it.GetRequiredService<IConfiguration>()))
        .AddHostedService<TellOfScan>()
        .AddSingleton(it => new DocumentVault(
            it.GetRequiredService<NpgsqlDataSource>(), it.GetRequiredService<DocumentScan>(), Seal.KeyFor($"{service} documents", it.GetRequiredService<IConfiguration>())));

    /// <summary>Hands a document out as an attachment under a generated name, so that no browser takes it for a page of ours.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Send(
        this DocumentVault vault, DocumentVault.Description document, HttpResponse response, CancellationToken cancellation)
    {
        if (await vault.Open(document, cancellation) is not { } content)
        {
            return DocumentRefusals.Deleted.ToProblem();
        }

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        var type = FileType.Named(document.MediaType);

        return TypedResults.File(content, type.MediaType, $"{document.DocumentId}.{type.Extension}");
    }
}
