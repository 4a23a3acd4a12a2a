using Mamis.Story;

// The one place where the program gets the writers and the words of its caller.
var arguments = Arguments.Parse(args);
var narrator = new Narrator(Console.Out);

if (arguments is null)
{
    await Console.Error.WriteLineAsync("usage: Mamis.Story --state DIR   (DIR holds demo.json and run.json of a running system)");
    return 2;
}

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    interrupted.Cancel();
};

return await TheStory.Tell(arguments.State, narrator, TimeProvider.System, interrupted.Token) ? 0 : 1;
