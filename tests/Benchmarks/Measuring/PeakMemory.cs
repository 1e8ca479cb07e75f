using System.Diagnostics;
using System.Globalization;

namespace Baton.Benchmarks.Measuring;

/// <summary>
/// The largest resident memory of a process, from samples of the mark that the system keeps. Its counters of processes that ended cannot tell:
/// they begin with the memory of who started the process, which for a small program is more than its own.
/// </summary>
sealed class PeakMemory : IDisposable
{
    const string Mark = "VmHWM:";

    readonly string _status;
    readonly Thread _thread;
    volatile bool _isOver;

    public PeakMemory(Process process)
    {
        _status = $"/proc/{process.Id}/status";
        _thread = new Thread(Watch);
        _thread.Start();
    }

    /// <summary>The largest so far; zero where the system does not tell.</summary>
    public double Megabytes { get; private set; }

    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
    }

    void Watch()
    {
        while (!_isOver && Sample())
            Thread.Sleep(1);
    }

    bool Sample()
    {
        try
        {
            foreach (var line in File.ReadLines(_status))
            {
                if (!line.StartsWith(Mark, StringComparison.Ordinal))
                    continue;
                Megabytes = int.Parse(line.AsSpan(Mark.Length).Trim().TrimEnd("kB "), CultureInfo.InvariantCulture) * 1024 / 1e6;
                return true;
            }
            return File.Exists(_status); // not started yet, or over
        }
        catch (IOException)
        {
            return false; // it is over, or this is another system
        }
    }
}
