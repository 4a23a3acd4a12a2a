using Mamis.Notifications.Messaging.Webhooks;

namespace Mamis.Notifications.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Fact]
    public void The_vector_of_the_specification_comes_out() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of([WebhookSecrets.KeyOf(Secret)], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, """{"test": 2432232314}"""));

    [Fact]
    public void Two_secrets_sign_one_after_the_other() => Assert.Equal(
        2, WebhookSignature.Of([[1], [2]], "id", 1, "{}").Split(' ').Distinct().Count(it => it.StartsWith("v1,", StringComparison.Ordinal)));

    [Fact]
    public void A_secret_is_new_each_time_and_as_long_as_the_specification_asks()
    {
        var (one, other) = (WebhookSecrets.New(), WebhookSecrets.New());

        Assert.NotEqual(one, other);
        Assert.StartsWith("whsec_", one, StringComparison.Ordinal);
        Assert.InRange(WebhookSecrets.KeyOf(one).Length, 24, 64);
    }
}
