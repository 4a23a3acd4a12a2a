using System.Text;

namespace Mamis.Identity.Tests.Support;

/// <summary>What an invented physician sends who registers without a postcard.</summary>
public static class RegistrationForms
{
    public const string Password = "correct horse battery";

    public static byte[] Image => [0xff, 0xd8, 0xff, 0xe0, .. "a licence"u8];

    /// <summary>A form that is right, with some fields as given; null leaves one out.</summary>
    public static MultipartFormDataContent Form(string number, params (string Name, string? Value)[] changed)
    {
        var fields = new Dictionary<string, string?>
        {
            ["licenceNumber"] = number,
            ["familyName"] = "架空",
            ["givenName"] = "次郎",
            ["familyNameKana"] = "かくう",
            ["givenNameKana"] = "ｼﾞﾛｳ",
            ["birthDate"] = "昭和54年3月9日",
            ["email"] = $"p{number}@example.invalid".Replace(' ', '-'),
            ["postalCode"] = "1000001",
            ["address"] = "架空都見本区一丁目",
            ["workplacePrefecture"] = "13",
            ["workplaceName"] = "架空産業",
            ["password"] = Password,
            ["termsVersion"] = "2025-04-01",
            ["licence"] = Encoding.Latin1.GetString(Image),
        };

        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        var form = new MultipartFormDataContent();

        foreach (var (name, value) in fields.Where(it => it is { Key: not "licence", Value: not null }))
        {
            form.Add(new StringContent(value ?? string.Empty), name);
        }

        form.Add(new ByteArrayContent(Encoding.Latin1.GetBytes(fields["licence"] ?? string.Empty)), "licence", "licence.jpg");
        return form;
    }
}
