using System.Text;

namespace Kommunebro.ServiceDefaults;

/// <summary>Gathers lines and writes all that came within a moment in one piece. What is left when it ends is written then.</summary>
internal sealed class LineBatches : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    /// <summary>Characters that may wait; whoever adds more writes them.</summary>
    private const int Most = 256 * 1024;

    private readonly object _gate = new();
    private readonly Lock _writing = new();
    private readonly Stream _output;
    private readonly Thread _writer;
    private StringBuilder _waiting = new();
    private StringBuilder _spare = new();
    private bool _isIdle;
    private bool _hasEnded;

    public LineBatches(Stream output)
    {
        _output = output;
        _writer = new Thread(WriteOn) { IsBackground = true, Name = "Log lines" };
        _writer.Start();
    }

    /// <summary>Adds lines with their ends.</summary>
    /// <param name="lines">What to write.</param>
    /// <param name="atOnce">Whether to return only when it is written.</param>
    public void Add(StringBuilder lines, bool atOnce)
    {
        lock (_gate)
        {
            _waiting.Append(lines);
            atOnce |= _hasEnded || _waiting.Length > Most;
            if (_isIdle && !atOnce)
                Monitor.Pulse(_gate);
        }

        if (atOnce)
            Write();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _hasEnded = true;
            Monitor.Pulse(_gate);
        }

        // A console that takes nothing must not keep the program from ending.
        if (_writer.Join(Patience))
            Write();
    }

    private void WriteOn()
    {
        while (WaitForLines())
        {
            Write();
            WaitAMoment();
        }
    }

    private bool WaitForLines()
    {
        lock (_gate)
        {
            _isIdle = true;
            while (_waiting.Length == 0 && !_hasEnded)
                Monitor.Wait(_gate);
            _isIdle = false;
            return !_hasEnded;
        }
    }

    /// <summary>New lines wake nobody meanwhile.</summary>
    private void WaitAMoment()
    {
        lock (_gate)
            if (!_hasEnded)
                Monitor.Wait(_gate, Moment);
    }

    private void Write()
    {
        lock (_writing)
        {
            StringBuilder lines;
            lock (_gate)
                (lines, _waiting, _spare) = (_waiting, _spare, _waiting);
            if (lines.Length == 0)
                return;
            try
            {
                _output.Write(Encoding.UTF8.GetBytes(lines.ToString()));
            }
            catch (Exception)
            {
                // A console that is gone, or a full disk behind it, must not take the program along.
            }
            finally
            {
                lines.Clear();
            }
        }
    }
}
