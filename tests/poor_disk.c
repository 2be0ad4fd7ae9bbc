/* A disk that lacks something, put before the system's own calls (LD_PRELOAD).

   POOR_DISK names the folder; POOR_DISK_LACKS what fails for the files in it: "locks",
   "shared-memory" or "fsync". */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int lacks(const char *what, int descriptor)
{
    const char *disk = getenv("POOR_DISK"), *lacking = getenv("POOR_DISK_LACKS");
    char link[64], path[4096];
    ssize_t length;

    if (!disk || !lacking || strcmp(lacking, what))
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return !strncmp(path, disk, strlen(disk));
}

static int fail(int code)
{
    errno = code;
    return -1;
}

static int control(const char *name, int descriptor, int command, void *argument)
{
    int (*real)(int, int, ...) = dlsym(RTLD_NEXT, name);
    int locking = command == F_SETLK || command == F_SETLKW || command == F_GETLK;

    if (locking && lacks("locks", descriptor))
        return fail(ENOLCK);
    return real(descriptor, command, argument);
}

#define CONTROL(name)                                  \
    int name(int descriptor, int command, ...)         \
    {                                                  \
        va_list arguments;                             \
        void *argument;                                \
        va_start(arguments, command);                  \
        argument = va_arg(arguments, void *);          \
        va_end(arguments);                             \
        return control(#name, descriptor, command, argument); \
    }

CONTROL(fcntl)
CONTROL(fcntl64)

int flock(int descriptor, int operation)
{
    int (*real)(int, int) = dlsym(RTLD_NEXT, "flock");

    return lacks("locks", descriptor) ? fail(ENOLCK) : real(descriptor, operation);
}

#define MAP(name)                                                                   \
    void *name(void *at, size_t size, int mode, int flags, int file, off_t from)    \
    {                                                                               \
        void *(*real)(void *, size_t, int, int, int, off_t) = dlsym(RTLD_NEXT, #name); \
        if (file >= 0 && (flags & MAP_SHARED) && lacks("shared-memory", file)) {    \
            errno = ENODEV;                                                         \
            return MAP_FAILED;                                                      \
        }                                                                           \
        return real(at, size, mode, flags, file, from);                             \
    }

MAP(mmap)
MAP(mmap64)

#define SYNC(name)                                                         \
    int name(int descriptor)                                               \
    {                                                                      \
        int (*real)(int) = dlsym(RTLD_NEXT, #name);                        \
        return lacks("fsync", descriptor) ? fail(EIO) : real(descriptor);  \
    }

SYNC(fsync)
SYNC(fdatasync)
