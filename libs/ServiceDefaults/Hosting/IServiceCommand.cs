namespace Kommunebro.ServiceDefaults;

/// <summary>A command of a service beside serving, e.g. "dead-letters".</summary>
public interface IServiceCommand
{
    /// <summary>The word by which it is called.</summary>
    string Name { get; }

    /// <summary>One line for the help: arguments and what it does.</summary>
    string Help { get; }

    /// <summary>Does it, and says on <paramref name="output"/> what it did and what to do next.</summary>
    /// <returns>The exit code: 0 done, 1 failed, 2 wrongly called.</returns>
    Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken);
}
