using System.Security.Cryptography;
using System.Text.Json;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>An answer that is made once and asked often: its bytes, and the tag by which a browser says that it has them.</summary>
public sealed class ElsaAnswer
{
    readonly byte[] bytes;
    readonly string etag;

    public ElsaAnswer(object value)
    {
        bytes = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), ElsaJson.Options);
        etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
    }

    /// <param name="seconds">How long a browser need not ask at all; 0 when it always asks.</param>
    public IResult For(HttpContext context, int seconds = 60)
    {
        context.Response.Headers.ETag = etag;
        context.Response.Headers.CacheControl = seconds > 0 ? $"private, max-age={seconds}" : "private, no-cache";
        return context.Request.Headers.IfNoneMatch.Any(tags => tags?.Contains(etag, StringComparison.Ordinal) == true)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(bytes, "application/json; charset=utf-8");
    }
}
